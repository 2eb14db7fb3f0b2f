/** Styles inside the widget's shadow. A page themes it by custom properties on `signalbox-chat`, whose names begin with `--chat-`. */
export const widgetStyle = `
:host { all: initial; position: fixed; right: var(--chat-right, 20px); bottom: var(--chat-bottom, 20px); z-index: 2147483000;
  font: 15px/1.45 var(--chat-font, system-ui, sans-serif); color-scheme: light dark;
  --accent: var(--chat-accent, #1f4fc4); --on-accent: var(--chat-on-accent, #fff);
  --surface: var(--chat-surface, light-dark(#fff, #1c2129)); --text: var(--chat-text, light-dark(#1b2230, #e4e7ec));
  --dim: var(--chat-dim, light-dark(#566072, #a3abb8)); --line: var(--chat-line, light-dark(#dfe3e9, #3a424f));
  --theirs: var(--chat-theirs, light-dark(#eef0f4, #2a313c)); color: var(--text); }
* { box-sizing: border-box; font: inherit; }
[hidden] { display: none !important; }
button { cursor: pointer; border: 0; border-radius: 8px; padding: 8px 14px; background: var(--accent); color: var(--on-accent); }
button:disabled { opacity: .6; cursor: default; }
button.plain { background: none; color: inherit; padding: 6px 8px; }
:focus-visible { outline: 3px solid light-dark(#0b3bb3, #9db8ff); outline-offset: 2px; }
.launch { display: flex; align-items: center; gap: 8px; border-radius: 28px; padding: 14px 20px; font-weight: 600;
  box-shadow: 0 4px 16px rgb(0 0 0 / 25%); float: right; }
.badge { background: var(--on-accent); color: var(--accent); border-radius: 10px; padding: 0 7px; font-size: 12px; }
.panel { display: flex; flex-direction: column; width: min(380px, calc(100vw - 24px)); height: min(600px, calc(100vh - 40px));
  background: var(--surface); border: 1px solid var(--line); border-radius: 14px; overflow: hidden;
  box-shadow: 0 10px 40px rgb(0 0 0 / 28%); }
header { display: flex; align-items: center; gap: 4px; padding: 10px 8px 10px 16px; background: var(--accent); color: var(--on-accent); }
header h2 { flex: 1; margin: 0; font-size: 16px; font-weight: 600; }
header :focus-visible { outline-color: currentColor; }
form { display: flex; flex-direction: column; gap: 12px; padding: 16px; overflow: auto; }
label { display: flex; flex-direction: column; gap: 4px; color: var(--dim); font-size: 13px; }
input, textarea { font-size: 15px; color: var(--text); background: var(--surface); border: 1px solid var(--dim); border-radius: 8px; padding: 8px 10px;
  width: 100%; resize: none; }
.log { flex: 1; overflow-y: auto; padding: 14px; display: flex; flex-direction: column; gap: 8px; }
.entry { align-self: flex-start; max-width: 85%; }
.entry p { margin: 0 4px 2px; font-size: 12px; color: var(--dim); }
.bubble { padding: 8px 12px; border-radius: 12px 12px 12px 3px; background: var(--theirs); white-space: pre-wrap; overflow-wrap: anywhere; }
.bubble a, .bubble button { color: inherit; text-decoration: underline; background: none; padding: 0; text-align: left; }
.mine { align-self: flex-end; }
.mine p { text-align: right; }
.mine .bubble { background: var(--accent); color: var(--on-accent); border-radius: 12px 12px 3px; }
.pending .bubble { opacity: .65; }
.event { align-self: center; text-align: center; margin: 0; font-size: 12px; color: var(--dim); overflow-wrap: anywhere; }
.status { min-height: 20px; padding: 0 16px; font-size: 12px; color: var(--dim); }
.write { display: flex; gap: 6px; align-items: flex-end; padding: 8px 12px 12px; border-top: 1px solid var(--line); }
.write textarea { flex: 1; max-height: 120px; }
.error { margin: 0; color: light-dark(#b3261e, #ff8a80); font-size: 13px; }
@media (max-width: 480px) { :host(.open) { inset: 0; } .panel { width: 100vw; height: 100dvh; border: 0; border-radius: 0; } }
@media (prefers-reduced-motion: no-preference) { .panel { animation: up .14s ease-out; } @keyframes up { from { transform: translateY(12px); opacity: 0; } } }
`;
