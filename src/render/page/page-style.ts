import { type Html, html } from "./html.ts";

const palettes = html`
:root { color-scheme: light dark; --page: #f6f7f8; --card: #fff; --ink: #1b2126; --soft: #56616b; --line: #dde2e6; --grid: #e7ebee;
  --link: #1d5c96; --work: #6f9dca; --root: #8b97a1; --wait: #8463b8; --error: #b3261e; --error-back: #fcebea;
  --warning: #7a5100; --warning-back: #fbf1da; --info: #2b6189; --info-back: #e7f1f8; --clean: #17673d; --clean-back: #e3f3ea }
@media (prefers-color-scheme: dark) {
  :root { --page: #12161a; --card: #191e23; --ink: #e3e8ec; --soft: #9dabb5; --line: #2c343b; --grid: #252c32; --link: #8ec2f0;
    --work: #4d7fb0; --root: #687580; --wait: #a687d8; --error: #ff9d93; --error-back: #3b1c1a; --warning: #eec26e;
    --warning-back: #34280e; --info: #93c7ec; --info-back: #152b3a; --clean: #86d6a8; --clean-back: #142e20 }
}
`;

const base = html`
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 66rem; padding: 1.75rem 1.5rem 5rem; background: var(--page); color: var(--ink);
  font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; letter-spacing: -.015em }
h2 { margin: 0 0 .75rem; font-size: 1.05rem; letter-spacing: -.005em }
p, dl, dd, ol, ul, blockquote, pre { margin: 0; padding: 0 }
ol, ul { list-style: none }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px }
code, pre, .when { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em }
code { color: var(--soft) }
.text { unicode-bidi: isolate }
.quiet, .none { color: var(--soft) }
.none { padding: .25rem 0 }
.skip { position: absolute; left: -100vw }
.skip:focus { left: 1rem; top: .5rem; padding: .4rem .7rem; background: var(--card); z-index: 9 }
section { margin-top: 2.25rem }
.tag { display: inline-block; padding: 0 .5em; border-radius: .25rem; font-size: .8em; font-weight: 600; line-height: 1.6 }
.tag.error, .verdict.broken { color: var(--error); background: var(--error-back) }
.tag.warning, .verdict.warned { color: var(--warning); background: var(--warning-back) }
.tag.info { color: var(--info); background: var(--info-back) }
.verdict.clean { color: var(--clean); background: var(--clean-back) }
`;

const top = html`
.eyebrow { color: var(--soft); font-size: .85rem; margin-bottom: .2rem }
.verdict { margin: .9rem 0 1.2rem; padding: .55rem .8rem; border-radius: .4rem; font-weight: 600; background: var(--card) }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; background: var(--line);
  border: 1px solid var(--line); border-radius: .4rem; overflow: hidden }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .6rem .8rem; background: var(--card) }
.figures dt { color: var(--soft); font-size: .82rem }
.figures dd { font-size: 1.1rem; font-weight: 600; line-height: 1.3 }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: .15rem 1.5rem; margin-top: 1rem; font-size: .86rem }
.facts div { display: flex; gap: .6rem }
.facts .whole { grid-column: 1 / -1 }
.facts dt { flex: none; width: 5rem; color: var(--soft) }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin-top: 1.4rem; padding: .5rem 0; border-bottom: 1px solid var(--line); border-top: 1px solid var(--line) }
nav a { padding: .15rem 0; text-decoration: none }
nav a:hover { text-decoration: underline }
nav b { color: var(--soft); font-weight: 400; font-size: .86em }
`;

const lists = html`
.findings, .stops { display: grid; gap: .6rem }
.finding, .stop { padding: .75rem .9rem; background: var(--card); border: 1px solid var(--line); border-left: 3px solid var(--info); border-radius: .4rem }
.finding.error { border-left-color: var(--error) }
.finding.warning { border-left-color: var(--warning) }
.finding .what { font-size: 1rem; margin-top: .3rem }
.finding .kind code { margin-left: .5rem }
.reasons dd::first-letter { text-transform: uppercase }
.finding .place { margin: .3rem 0 .5rem }
.finding .place code { margin-left: .5rem }
.reasons { display: grid; gap: .1rem }
.reasons div { display: grid; grid-template-columns: 5.5rem 1fr; gap: .5rem }
.reasons dt { color: var(--soft) }
.stopped { color: var(--info) }
.stops { grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)) }
.stop { border-left-color: var(--wait) }
.stop.open { border-left-style: dashed }
.stop blockquote { margin-top: .35rem; padding-left: .7rem; border-left: 1px solid var(--line); white-space: pre-wrap }
.waits { color: var(--warning); font-weight: 600 }
.notes li { padding: .15rem 0 }
`;

const chart = html`
.chart { position: relative; padding: 1.7rem .9rem .6rem; background: var(--card); border: 1px solid var(--line); border-radius: .4rem; --names: 12.5rem }
.scale { position: absolute; inset: .3rem .9rem .4rem calc(.9rem + var(--names)) }
.tick { position: absolute; top: 0; bottom: 0; border-left: 1px solid var(--grid) }
.tick b { position: absolute; left: .3rem; top: 0; color: var(--soft); font-size: .76rem; font-weight: 400; line-height: 1.2; white-space: nowrap }
.gap, .key.idle { background: repeating-linear-gradient(-45deg, var(--line) 0 2px, transparent 2px 6px) }
.gap { position: absolute; top: 1.25rem; bottom: 0 }
.rows { position: relative; display: grid; gap: .3rem }
.row { display: grid; grid-template-columns: var(--names) 1fr; align-items: start }
.name { padding-right: .8rem; font-size: .86rem; line-height: 20px }
.track { position: relative }
.bar, .wait, .mark { position: absolute; display: block }
.bar { height: 14px; margin-top: 3px; min-width: 4px; background: var(--work); border-radius: 2px }
.row.root .bar { background: var(--root) }
.wait { top: 6px; height: 8px; min-width: 4px; background: var(--wait); border-radius: 4px }
.bar:hover, .wait:hover, .mark:hover { filter: brightness(1.12) }
.mark { top: 3px; width: 14px; height: 14px; margin-left: -7px; border: 2px solid var(--card); border-radius: 50%; background: var(--info) }
.mark::after { content: ""; position: absolute; inset: -7px }
.mark.error, .key.error { background: var(--error) }
.mark.warning, .key.warning { background: var(--warning) }
.legend { margin-top: .5rem; font-size: .82rem; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem }
.legend span { display: inline-flex; align-items: center; gap: .4rem }
.key { width: 14px; height: 8px; border-radius: 2px; background: var(--work) }
.key.waiting { background: var(--wait) }
.key.error, .key.warning { width: 10px; height: 10px; border-radius: 50% }
.key.idle { height: 12px; border: 1px solid var(--line) }
`;

const table = html`
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: .4rem }
caption { text-align: left; padding-bottom: .5rem; font-size: .82rem }
th, td { padding: .32rem .7rem; text-align: left; font-weight: 400; vertical-align: top; border-top: 1px solid var(--line) }
thead th { color: var(--soft); font-size: .82rem; border-top: 0 }
tfoot th, tfoot td { font-weight: 600 }
.number { text-align: right; white-space: nowrap }
.share { background: linear-gradient(var(--work), var(--work)) right .7rem bottom .18rem / calc((100% - 1.4rem) * var(--part)) 2px no-repeat }
.each { margin-left: .4rem }
.each a { padding: 0 .2rem }
.more { display: none; color: var(--soft); font-size: .82rem }
`;

const events = html`
.events { border-top: 1px solid var(--line) }
.event { border-bottom: 1px solid var(--line); scroll-margin-top: .75rem }
.event:target { background: var(--info-back); box-shadow: -3px 0 var(--link) }
.event summary { display: grid; grid-template-columns: 4.2rem 13rem 1fr auto; gap: 0 .7rem; padding: .28rem .4rem; cursor: pointer; list-style: none }
.event summary::-webkit-details-marker { display: none }
.event summary:hover, .fold > details > summary:hover { background: var(--card) }
.event:target summary:hover { background: none }
.when { text-align: right; color: var(--soft); line-height: 1.75 }
.who { color: var(--soft) }
.words { padding-left: 1em; text-indent: -1em }
.words::before { content: "▸"; display: inline-block; width: 1.25em; color: var(--soft); font-size: .8em; text-indent: 0 }
details[open] > summary > .words::before { content: "▾" }
.quiet-event .words { color: var(--soft) }
.where { font-size: .78em; line-height: 1.9; white-space: nowrap }
.full { padding: .2rem .4rem .3rem 5.3rem; color: var(--soft); font-size: .86em }
.full time { white-space: nowrap }
.full code { font-size: 1em; margin-right: .6rem }
.event pre { margin: 0 .4rem .6rem 5.3rem; padding: .6rem .8rem; background: var(--card); border: 1px solid var(--line); border-radius: .3rem; white-space: pre-wrap; line-height: 1.45 }
.found { grid-column: 2 / -1; padding: .1rem 0 .2rem }
.fold > details > summary, .fold > p { padding: .28rem .4rem .28rem 5.3rem; color: var(--soft); cursor: pointer; border-bottom: 1px solid var(--line) }
.fold > details > .events { margin-left: .8rem; border-top: 0 }
`;

const narrow = html`
@media (max-width: 44rem) {
  body { padding: 1rem .9rem 4rem }
  h1 { font-size: 1.4rem }
  .figures { grid-template-columns: 1fr 1fr }
  .figures div:last-child:nth-child(odd) { grid-column: 1 / -1 }
  .facts { grid-template-columns: 1fr }
  .finding .place code { display: block; margin: 0 }
  .reasons div { grid-template-columns: 1fr; gap: 0; margin-top: .25rem }
  .chart { --names: 0rem; padding-inline: .7rem }
  .scale { inset-inline: .7rem }
  .row { grid-template-columns: 1fr }
  .name { width: fit-content; background: var(--card) }
  .tick:nth-child(even) b { display: none }
  .wide { display: none }
  table { table-layout: fixed }
  thead .number { width: 4.4rem }
  thead .number + .number { width: 8.2rem }
  .more { display: block; white-space: normal }
  th, td { padding: .35rem .5rem }
  .event summary { grid-template-columns: 3.4rem 1fr auto; padding-inline: .2rem }
  .event .words { grid-area: 2 / 2 / 3 / -1 }
  .event .where { grid-area: 1 / 3; max-width: 9rem; overflow: hidden; text-overflow: ellipsis }
  .full, .fold > details > summary, .fold > p { padding-left: 4.3rem }
  .event pre { margin-left: .2rem; margin-right: .2rem }
  .fold > details > .events { margin-left: .3rem }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
@media print { body { max-width: none; padding: 0 } nav, .skip { display: none } }
`;

/** The page's style: two palettes, one column that never scrolls sideways, a visible focus everywhere. */
export const pageStyle: Html = html`${palettes}${base}${top}${lists}${chart}${table}${events}${narrow}`;
