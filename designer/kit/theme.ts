import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';
import { kit } from './messages/en/kit.ts';

const signal: MantineColorsTuple = [
  '#eef3ff',
  '#dbe5fd',
  '#b5c9f9',
  '#8cabf5',
  '#6a90f1',
  '#4d79ec',
  '#2f61e0',
  '#1f4fc4',
  '#173f9f',
  '#10307d',
];

// cooler than Mantine's own, so that cards stand out from the canvas without borders that shout
const dark: MantineColorsTuple = [
  '#d5d9e0',
  '#b4bac5',
  '#8e96a4',
  '#6b7382',
  '#434a57',
  '#333a46',
  '#262c36',
  '#1c2129',
  '#14181e',
  '#0e1115',
];

// text on a light ground of its own hue is too pale as the library has it (WCAG 1.4.3 asks for 4.5 : 1)
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== 'light' || input.color === undefined) return colours;
  const { color, isThemeColor } = parseThemeColor({ color: input.color, theme: input.theme });
  if (!isThemeColor) return colours;
  return {
    ...colours,
    color: `light-dark(color-mix(in srgb, var(--mantine-color-${color}-9) 82%, black), var(--mantine-color-${color}-2))`,
  };
};

/** The product's look: one accent, neutral greys, a 4-px grid and small type, since people work in it all day. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'signal',
  primaryShade: { light: 7, dark: 6 },
  colors: { signal, dark },
  variantColorResolver,
  defaultRadius: 6,
  fontFamily: '"Inter", "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.3' },
      h2: { fontSize: '17px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': kit.close },
      },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': kit.close } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
  },
});
