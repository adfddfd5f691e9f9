/** The page's own style sheet: no font, picture or script from elsewhere. */
export const style = `
:root { color-scheme: light dark;
  --page: #fcfcfa; --panel: #ffffff; --ink: #1c2128; --soft: #59636f; --line: #dde1e6;
  --then: #8e99a8; --now: #1f5fbf; --on-heat: #ffffff;
  --heat-0: #eef2f8; --heat-1: #d5e2f4; --heat-2: #b3ccec; --heat-3: #8bb1e2;
  --heat-4: #3d72bf; --heat-5: #275aa6; --heat-6: #123f86; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14171b; --panel: #1a1e24; --ink: #e4e8ed; --soft: #a0a9b5; --line: #2e353e;
  --then: #7f8a99; --now: #78aefc; --on-heat: #0d1117;
  --heat-0: #20262e; --heat-1: #223247; --heat-2: #264061; --heat-3: #2d5283;
  --heat-4: #5a94dd; --heat-5: #86b5f2; --heat-6: #b9d6ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
p { max-width: 46rem; }
.soft, figcaption, caption, summary { color: var(--soft); font-size: .9rem; }
figure { margin: 1.25rem 0; padding: 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; }
figure svg { display: block; width: 100%; height: auto; overflow: visible; }
figcaption { margin-top: .5rem; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; font-size: .9rem; }
.legend span { display: inline-block; width: .9rem; height: .9rem; margin-right: .45rem; border-radius: 3px; vertical-align: -.1rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .88rem; min-width: 100%; }
caption { text-align: left; padding-bottom: .4rem; }
th, td { padding: .28rem .6rem; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap; font-weight: 400; }
thead th { color: var(--soft); vertical-align: bottom; white-space: normal; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
details { margin: .75rem 0; }
summary { cursor: pointer; }
dt { font-weight: 600; margin-top: .6rem; }
dd { margin: 0; max-width: 46rem; }
@media print { body { max-width: none; } details { break-inside: avoid; } }
`
