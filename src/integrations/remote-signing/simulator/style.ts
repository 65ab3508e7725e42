export const style = `
:root{--ink:#161c1a;--ink-2:#4d5a55;--paper:#f3f6f4;--card:#fff;--line:#d2dbd6;--main:#0f5c46;--on-main:#fff;--bad:#a01d14;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#e9f0ec;--ink-2:#b3c0ba;--paper:#131816;--card:#1b2220;--line:#36423d;--main:#7fcfb2;--on-main:#08201a;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header{display:flex;gap:.75rem;align-items:center;padding:.75rem 1rem;background:var(--main);color:var(--on-main)}
header p{margin:0}.sign{white-space:nowrap;border:1px solid currentColor;border-radius:6px;padding:0 .5rem;font-size:.85rem}.name{font-weight:600}
main,footer{max-width:40rem;margin:0 auto;padding:1rem}
footer{color:var(--ink-2);font-size:.9rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}
dl{margin:1rem 0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.25rem 1rem}
dl div{padding:.5rem 0}dl div+div{border-top:1px solid var(--line)}
dt{color:var(--ink-2);font-size:.95rem}dd{margin:0;overflow-wrap:anywhere}.words{font-weight:600}
.hashes{list-style:none;margin:0;padding:0;font:1rem/1.6 ui-monospace,"Cascadia Mono",monospace}.more{margin:0}
label{display:block;font-weight:600;margin-top:1rem}
.hint{margin:.1rem 0 .4rem;color:var(--ink-2)}
.error{margin:.4rem 0;color:var(--bad);font-weight:600}
input{width:100%;max-width:16rem;font:inherit;letter-spacing:.2em;padding:.6rem .75rem;min-height:48px;border:1px solid var(--ink-2);border-radius:8px;background:var(--card);color:inherit}
input[aria-invalid]{border:2px solid var(--bad)}
.choices{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
button{font:inherit;min-height:48px;padding:.6rem 1.25rem;border-radius:8px;border:1px solid var(--main);background:var(--main);color:var(--on-main);cursor:pointer}
button.quiet{background:transparent;color:inherit;border-color:var(--ink-2)}
@media (max-width:30rem){button,input{width:100%;max-width:none}}
:focus-visible{outline:4px solid #e5b33a;outline-offset:2px}
`;
