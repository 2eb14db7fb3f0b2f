-- `attempts` only rises: it is the token that a worker's commit must show. How often a worker was lost with the run is counted apart,
-- anew after each answer, so that a worker that stalled past its lease can never meet its own number again.
alter table runs add column losses int not null default 0;
