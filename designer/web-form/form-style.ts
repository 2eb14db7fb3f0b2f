/** Styles inside the form's shadow. A page themes it by custom properties on `signalbox-form`, whose names begin with `--form-`. */
export const formStyle = `
:host { all: initial; display: block; max-width: var(--form-width, 560px); font: 16px/1.5 var(--form-font, system-ui, sans-serif); color-scheme: light dark;
  --accent: var(--form-accent, #1f4fc4); --on-accent: var(--form-on-accent, #fff);
  --surface: var(--form-surface, light-dark(#fff, #1c2129)); --text: var(--form-text, light-dark(#1b2230, #e4e7ec));
  --dim: var(--form-dim, light-dark(#566072, #a3abb8)); --wrong: var(--form-wrong, light-dark(#b3261e, #ff8a80)); color: var(--text); }
* { box-sizing: border-box; font: inherit; }
[hidden], .trap { display: none !important; }
section { background: var(--surface); padding: var(--form-padding, 20px); border-radius: 12px; }
h2 { margin: 0 0 4px; font-size: 20px; font-weight: 600; }
p { margin: 0; }
.intro { color: var(--dim); margin-bottom: 16px; white-space: pre-line; }
form { display: flex; flex-direction: column; gap: 16px; }
.field { display: flex; flex-direction: column; gap: 4px; }
.field.check { flex-direction: row; flex-wrap: wrap; align-items: center; column-gap: 8px; }
label { font-weight: 500; }
.optional, .hint { color: var(--dim); font-size: 14px; font-weight: 400; }
.wrong { color: var(--wrong); font-size: 14px; flex-basis: 100%; }
.wrong:empty { display: none; }
input, textarea, select { color: inherit; background: var(--surface); border: 1px solid var(--dim); border-radius: 8px; padding: 9px 12px; width: 100%; }
input[type=checkbox] { width: 20px; height: 20px; accent-color: var(--accent); }
input[aria-invalid=true], textarea[aria-invalid=true], select[aria-invalid=true] { border-color: var(--wrong); outline: 1px solid var(--wrong); }
textarea { resize: vertical; min-height: 120px; }
button { align-self: flex-start; cursor: pointer; border: 0; border-radius: 8px; padding: 10px 20px; background: var(--accent); color: var(--on-accent); font-weight: 600; }
button:disabled { opacity: .6; cursor: default; }
:focus-visible { outline: 3px solid light-dark(#0b3bb3, #9db8ff); outline-offset: 2px; }
.thanks { white-space: pre-line; }
`;
