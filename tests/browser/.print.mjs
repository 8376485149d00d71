import { launch } from "/work/sheets/tests/browser/browser.mjs";
import { serve } from "/work/sheets/tests/browser/server.mjs";
const [, , root, ...pages] = process.argv;
const site = await serve(root); const b = await launch();
for (const f of pages) { const p = await b.newPage(); await p.goto(`${site.origin}/${f}`, {waitUntil:"load"}); await p.evaluate(() => document.fonts.ready.then(()=>{})); await p.pdf({path:`/dev/shm/sp/pr-${f.replaceAll("/","_").replace(".html","")}.pdf`, preferCSSPageSize:true, printBackground:true}); await p.close(); }
site.close(); await b.close();
