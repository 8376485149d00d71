import { launch } from "./browser.mjs"; import { serve } from "./server.mjs";
const [, , root, ...pages] = process.argv;
const site = await serve(root); const b = await launch();
for (const f of pages) for (const [w, h] of [[360, 1500],[1280, 1500]]) for (const c of ["light","dark"]) { const p = await b.newPage({colorScheme:c, viewport:{width:w,height:h}}); await p.goto(`${site.origin}/${f}`, {waitUntil:"load"}); await p.evaluate(() => document.fonts.ready.then(()=>{})); await p.screenshot({path:`/dev/shm/sp/sh-${f.replaceAll("/","_").replace(".html","")}-${w}-${c}.png`}); await p.close(); }
site.close(); await b.close();
