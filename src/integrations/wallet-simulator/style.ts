export const style = `
:root{--ink:#1e1a16;--ink-2:#5a5148;--paper:#f4f6f8;--card:#fff;--line:#d5dbe1;--main:#2f5d3a;--on-main:#fff;--bad:#a01d14;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#f1ece4;--ink-2:#c3b9ac;--paper:#15181b;--card:#1e2226;--line:#3a4148;--main:#9fd0aa;--on-main:#0d1f12;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header{display:flex;gap:.75rem;align-items:center;padding:.75rem 1rem;background:var(--main);color:var(--on-main)}
header p{margin:0}header a{color:inherit;text-decoration:none}.sign{white-space:nowrap;border:1px solid currentColor;border-radius:6px;padding:0 .5rem;font-size:.85rem}.name{font-weight:600}
main,footer{max-width:40rem;margin:0 auto;padding:1rem}
footer,.hint{color:var(--ink-2);font-size:.9rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.2rem;margin:1.75rem 0 .5rem}
a{color:var(--main)}
dl{margin:1rem 0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.25rem 1rem}
dl div{padding:.5rem 0}dl div+div{border-top:1px solid var(--line)}
dt{color:var(--ink-2);font-size:.95rem}dd{margin:0;overflow-wrap:anywhere}
.cards{list-style:none;margin:1rem 0;padding:0;display:grid;gap:.75rem}
.cards a{display:grid;padding:1rem;background:var(--card);border:1px solid var(--line);border-inline-start:6px solid var(--main);border-radius:10px;color:inherit;text-decoration:none}
.cards span{color:var(--ink-2);font-size:.95rem}
label{display:block;font-weight:600;margin:1rem 0 .25rem}.hint{margin:0 0 .25rem}
fieldset{border:0;margin:1rem 0;padding:0;display:grid;gap:.5rem}legend{font-weight:600;margin-bottom:.5rem;padding:0}
.choice{display:flex;gap:.75rem;align-items:center;min-height:48px;margin:0;padding:.5rem 1rem;font-weight:400;background:var(--card);border:1px solid var(--line);border-radius:8px;overflow-wrap:anywhere}
.choice b{display:block;color:var(--ink-2);font-weight:400;font-size:.95rem}
.choice input{flex:none;width:1.25rem;height:1.25rem;min-height:0;margin:0;accent-color:var(--main)}
input,textarea{width:100%;font:inherit;padding:.6rem .75rem;min-height:48px;border:1px solid var(--ink-2);border-radius:8px;background:var(--card);color:inherit}
button{font:inherit;min-height:48px;margin-top:1rem;padding:.6rem 1.25rem;border-radius:8px;border:1px solid var(--main);background:var(--main);color:var(--on-main);cursor:pointer}
button.quiet{background:transparent;color:inherit;border-color:var(--ink-2)}
.error{color:var(--bad);font-weight:600}
@media (max-width:30rem){button{width:100%}}
:focus-visible{outline:4px solid #e5b33a;outline-offset:2px}
`;
