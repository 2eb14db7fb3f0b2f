// Intl refuses more
const maxDigits = 20;

/**
 * A number by a pattern such as `#,##0.00`: as many decimals as signs behind the point (the field's own `2:"#.##"` is
 * 2.00), at least as many digits as zeros before it, groups where it has a comma, hundredfold where a percent sign
 * follows. Other text stands before and after as written. Separators are the locale's. Undefined when the pattern holds
 * no `#` or `0`.
 */
export function formatNumber(value: number, pattern: string, locale: string): string | undefined {
  const found = /^([^#0]*?)([#0,]*[#0][#0,]*)?(?:\.([#0]+))?([^#0]*)$/.exec(pattern);
  const [, before = '', whole = '', decimals = '', after = ''] = found ?? [];
  if (found === null || (whole === '' && decimals === '')) return undefined;
  const fraction = Math.min(decimals.length, maxDigits);
  const zeros = Math.min(whole.replaceAll(/[^0]/g, '').length, maxDigits);
  const digits = new Intl.NumberFormat(locale, {
    useGrouping: whole.includes(','),
    minimumIntegerDigits: Math.max(1, zeros),
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  }).format(after.includes('%') ? value * 100 : value);
  return before + digits + after;
}
