-- What a model is, besides its texts, and how its training goes: {progress, startedAt} while it runs, {error} when it failed.
alter table classification_models add column description text not null default '';
alter table classification_models add column language text;
alter table classification_models add column training jsonb;
