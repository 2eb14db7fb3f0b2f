import { type Conversion, type Convert, levelFor } from '../conversion.ts';
import { answerVariable } from '../answer-variable.ts';
import { legalName } from '../fresh-names.ts';
import { numberParameter, shortened, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { settingOf, shownSetting } from '../setting.ts';
import { attributeOf } from '../xml-element.ts';

/** How Composer's texts of SQL name a variable. */
const inText =
  /'?(?:Variable\(\s*([\w.]+)\s*\)|\$?\{\s*(?:AppState\.)?([A-Za-z_][\w.]*)\s*\}|(?<![\w.])AppState\.([A-Za-z_]\w*)|<variable\s+(?:name|expr)="([\w.]+)"\s*\/>)'?/g;

/** DB Data: its statement against a data source, with variables as values that never become part of it. */
export const convertDatabase: Convert = (block, conversion) => {
  const { element } = block;
  const reasons: string[] = [];
  const reading = { conversion, reasons };
  const kind = attributeOf(element, 'queryType') ?? '';
  const written = statementOf(element, conversion);
  if (/procedure/i.test(kind) || written === undefined || written.trim() === '') {
    const procedure = settingOf(element, 'storedProcedure');
    const says =
      procedure === undefined
        ? 'Its statement cannot be told.'
        : `It calls the stored procedure ${shortened(shownSetting(procedure))}.`;
    return placeholder(block, [says]);
  }
  const { sql, values, unknown } = parameterised(written.trim().replace(/;\s*$/, ''), conversion);
  if (unknown.length > 0)
    return placeholder(block, [`Its statement uses ${unknown.join(', ')}, which the diagram does not declare.`]);
  const source = textParameter(element, reading, 'connectionProfile', 'dbProfile', 'connection', 'profile');
  const timeoutSeconds = numberParameter(element, reading, { least: 1, most: 120, isWhole: true }, 'timeout');
  const records = answerVariable(element, conversion, 'recordsVariable', 'records', 'outputResult', 'result');
  if (source === undefined) reasons.push('Say which data source it asks.');
  reasons.push(
    'Data sources here are PostgreSQL; see that one of that name is set up under Settings, and that the SQL fits it.',
  );
  if (records !== undefined) reasons.push('Each row is an object by column here, not a list of values.');
  const writes = !/^(?:select|with|values|show|table)\b/i.test(sql);
  return {
    type: 'sql-query',
    config: {
      dataSource: typeof source === 'string' ? legalName(source, 'Database') : 'Database',
      sql,
      ...(values.length === 0 ? {} : { values: values.map((js) => ({ value: { js } })) }),
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      ...(writes ? { writes } : {}),
      ...(records === undefined ? {} : { variables: { [records]: 'rows' } }),
    },
    level: levelFor(reasons),
    reasons,
    portOf: ({ name, isException }) => {
      if (/emptyresult|norecords?|no\.?rows?/i.test(name)) return 'no-rows';
      return isException ? 'error' : name === '' || name === 'default' ? 'next' : undefined;
    },
  };
};

/** The statement itself, or what the file of the project says that the block refers to. */
function statementOf(element: Parameters<typeof settingOf>[0], conversion: Conversion): string | undefined {
  const query = settingOf(element, 'query', 'sql', 'queryText', 'statement');
  const file = settingOf(element, 'queryFile', 'sqlFile', 'file');
  if (query !== undefined && 'literal' in query) return query.literal;
  return file !== undefined && 'literal' in file ? conversion.textOf(file.literal) : undefined;
}

function parameterised(
  text: string,
  { names }: Conversion,
): { sql: string; values: readonly string[]; unknown: readonly string[] } {
  const values: string[] = [];
  const unknown = new Set<string>();
  const sql = text.replace(inText, (whole: string, ...found: (string | undefined)[]) => {
    const name = found.slice(0, 4).find((one) => one !== undefined) ?? '';
    const variable = names.variableFor(name) ?? (name.startsWith('_data.') ? names.declare(name) : undefined);
    if (variable === undefined) {
      unknown.add(`"${name}"`);
      return whole;
    }
    const js = `vars.${variable}`;
    const at = values.indexOf(js);
    if (at < 0) values.push(js);
    return `$${at < 0 ? values.length : at + 1}`;
  });
  return { sql, values, unknown: [...unknown] };
}
