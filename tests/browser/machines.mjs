// What a built site tells machines: schema.org in every page, Atom feeds, the sitemap, statements.json,
// and what is shown where a page is shared. Prints failures, then a last line of two numbers.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launch, tally } from "./browser.mjs";

const root = process.argv[2];
const read = (file) => readFileSync(join(root, file), "utf8");
const files = readdirSync(root, { recursive: true }).map((f) => String(f).replaceAll("\\", "/")).sort();
const pages = files.filter((file) => file.endsWith(".html") && !file.endsWith("404.html") && !/<meta http-equiv="refresh"/.test(read(file)));
const { tell, done } = tally();
const browser = await launch();
const page = await browser.newPage();

// Of the vocabulary of schema.org what this site uses, with the types that each property takes; compared
// with version 30 as `schema-dts` 2.1.0 describes it. "Text" is a string, "URL" an absolute address,
// "Date" a day, "Language" a code, "Number" a whole number.
const THING = { "@id": ["URL"], "@type": ["Text"], url: ["URL"], name: ["Text"], description: ["Text"], image: ["URL"] };
const WORK = {
  ...THING, about: ["Person", "Event", "DefinedTerm"], author: ["Person", "Organization"], copyrightNotice: ["Text"], creator: ["Person", "Organization"], dateCreated: ["Date"],
  hasPart: ["Article", "Quotation"], headline: ["Text"], inLanguage: ["Language"], isBasedOn: ["CreativeWork", "URL"], isPartOf: ["WebSite"],
  license: ["CreativeWork", "URL"], mainEntityOfPage: ["URL"], publisher: ["Organization"], recordedAt: ["Event"], text: ["Text"], translationOfWork: ["Article"],
};
const TYPES = {
  Article: WORK, CollectionPage: WORK, CreativeWork: WORK, Quotation: WORK, SearchResultsPage: WORK, WebPage: WORK,
  WebSite: { ...WORK, potentialAction: ["SearchAction"] },
  Event: { ...THING, contributor: ["Organization"], eventStatus: ["URL"], inLanguage: ["Language"], location: ["Place"], organizer: ["Organization"], performer: ["Person"], startDate: ["Date"] },
  Person: { ...THING, affiliation: ["Organization"], jobTitle: ["Text"] },
  Organization: { ...THING, email: ["Text"] },
  Place: { ...THING, address: ["Text"] },
  DefinedTerm: THING,
  BreadcrumbList: { ...THING, itemListElement: ["ListItem"] },
  ListItem: { ...THING, item: ["URL"], position: ["Number"] },
  SearchAction: { ...THING, target: ["EntryPoint"], "query-input": ["Text"] },
  EntryPoint: { ...THING, urlTemplate: ["Text"] },
};
// Without these a thing says too little to be of use (what search engines ask for, where they ask).
const NEEDED = {
  Article: ["headline"], Quotation: ["text", "creator"], Event: ["name", "startDate"], Person: ["name"], Organization: ["name"], Place: ["name"], DefinedTerm: ["name"],
  WebSite: ["name"], BreadcrumbList: ["itemListElement"], ListItem: ["position", "name", "item"], SearchAction: ["target"], EntryPoint: ["urlTemplate"],
};
const absolute = (value) => typeof value === "string" && URL.canParse(value) && /^https?:/.test(value);
const plain = {
  Text: (value) => typeof value === "string" && value.trim() !== "",
  URL: absolute,
  Date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
  Language: (value) => { try { return Intl.getCanonicalLocales(value).length === 1; } catch { return false; } },
  Number: Number.isInteger,
};
function judge(thing, at, problems) {
  const known = TYPES[thing["@type"]];
  if (!known) return problems.push(`${at}: no type ${thing["@type"]}`);
  for (const need of NEEDED[thing["@type"]] ?? []) if (!(need in thing)) problems.push(`${at}: ${thing["@type"]} without ${need}`);
  for (const [key, value] of Object.entries(thing)) {
    if (!known[key]) problems.push(`${at}: ${thing["@type"]} has no ${key}`);
    else for (const one of [value].flat()) {
      if (one?.["@value"] !== undefined) {
        // A text in another language than the page's.
        const whole = Object.keys(one).length === 2 && plain.Text(one["@value"]) && plain.Language(one["@language"]);
        if (!whole || !known[key].includes("Text")) problems.push(`${at}: ${key}: ${JSON.stringify(one)}`);
      } else if (typeof one === "object" && one !== null) {
        if (known[key].includes(one["@type"])) judge(one, `${at}.${key}`, problems);
        else problems.push(`${at}: ${key} is no ${one["@type"]}`);
      } else if (!known[key].some((type) => plain[type]?.(one))) problems.push(`${at}: ${key}: ${JSON.stringify(one)}`);
    }
  }
  return problems;
}

const property = (html, name) => [...html.matchAll(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`, "g"))].map((match) => match[1]);
const canonical = (html) => html.match(/<link rel="canonical" href="([^"]*)">/)?.[1];
const seen = new Set();
for (const file of pages) {
  const html = read(file);
  const problems = [];
  const { "@context": context, "@graph": graph } = JSON.parse(html.match(/<script type="application\/ld\+json">([^<]*)<\/script>/)[1]);
  if (context !== "https://schema.org") problems.push(`the vocabulary is ${context}`);
  graph.forEach((thing, at) => { judge(thing, `@graph[${at}]`, problems); seen.add(thing["@type"]); });
  const [own, crumbs] = graph;
  crumbs?.itemListElement.forEach(({ position }, at) => { if (position !== at + 1) problems.push(`crumb ${at + 1} is called ${position}`); });
  const shown = Object.fromEntries(["og:type", "og:title", "og:description", "og:url", "og:image", "og:image:alt", "og:image:width", "og:image:height", "og:site_name", "og:locale", "twitter:card"].map((name) => [name, property(html, name)]));
  for (const [name, all] of Object.entries(shown)) if (all.length !== 1 || all[0] === "") problems.push(`${name}: ${JSON.stringify(all)}`);
  if (shown["og:url"][0] !== canonical(html)) problems.push(`og:url is ${shown["og:url"][0]}`);
  const [image] = shown["og:image"];
  if (own.image !== image) problems.push(`the picture is ${own.image}, and ${image} where it is shared`);
  const card = image && files.find((one) => one.endsWith(".png") && image.endsWith(`/${one}`));
  if (!card) problems.push(`there is no ${image}`);
  else {
    const bytes = readFileSync(join(root, card));
    if (bytes.readUInt32BE(16) !== 1200 || bytes.readUInt32BE(20) !== 630) problems.push(`${card} is ${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)}`);
  }
  tell(`${file}: schema.org and sharing`, problems);
}
tell("things of every kind", ["WebSite", "Article", "Event", "CollectionPage", "BreadcrumbList"].filter((type) => !seen.has(type)).map((type) => `no ${type}`));

// RFC 4287: what a feed and an entry have to have, each once; what is in it is whole HTML.
const feeds = files.filter((file) => file.endsWith("feed.xml"));
tell("a feed for each language", feeds.length === [...new Set(pages.map((file) => read(file).match(/<html lang="([^"]*)"/)[1]))].length ? [] : [feeds.join(", ")]);
for (const file of feeds) {
  tell(`${file}: Atom`, await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, "application/xml");
    if (feed.querySelector("parsererror")) return [feed.querySelector("parsererror").textContent];
    const problems = [];
    const [atom, xmlns] = ["http://www.w3.org/2005/Atom", "http://www.w3.org/XML/1998/namespace"];
    if (feed.documentElement.namespaceURI !== atom || feed.documentElement.localName !== "feed") problems.push("it is no feed");
    const entries = [...feed.querySelectorAll("entry")];
    if (entries.length === 0) problems.push("it is empty");
    const own = (one, name) => [...one.children].filter((child) => child.localName === name);
    for (const one of [feed.documentElement, ...entries]) {
      const about = `${one.localName} ${own(one, "id")[0]?.textContent}`;
      for (const name of ["id", "title", "updated"]) if (own(one, name).length !== 1 || own(one, name)[0].textContent.trim() === "") problems.push(`${about}: ${name} is there ${own(one, name).length} times`);
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(own(one, "updated")[0]?.textContent ?? "")) problems.push(`${about}: updated`);
      if (!URL.canParse(own(one, "id")[0]?.textContent)) problems.push(`${about}: its id is no address`);
      for (const link of own(one, "link")) if (!URL.canParse(link.getAttribute("href"))) problems.push(`${about}: ${link.getAttribute("href")}`);
      if (own(one, "link").filter((link) => link.getAttribute("rel") === "alternate").length !== 1) problems.push(`${about}: no one way to the page`);
      if (!one.getAttributeNS(xmlns, "lang")) problems.push(`${about}: no language`);
    }
    const [self] = own(feed.documentElement, "link").filter((link) => link.getAttribute("rel") === "self");
    if (!self) problems.push("it does not say where it lies");
    if (!own(feed.documentElement, "author")[0]?.querySelector("name")?.textContent) problems.push("it has no author");
    const ids = entries.map((entry) => own(entry, "id")[0]?.textContent);
    if (new Set(ids).size !== ids.length) problems.push("two entries have one id");
    for (const entry of entries) {
      const [content] = own(entry, "content");
      if (content?.getAttribute("type") !== "html" || content.children.length > 0) problems.push(`${entry.querySelector("id").textContent}: its text is not escaped HTML`);
      const text = new DOMParser().parseFromString(`<!DOCTYPE html><body>${content?.textContent}`, "text/html").body;
      if (text.textContent.length < 100 || !text.querySelector("h2, p")) problems.push(`${entry.querySelector("id").textContent}: not its full text`);
      if (text.querySelector("script, style, img, iframe, [href^='/'], [onclick]")) problems.push(`${entry.querySelector("id").textContent}: ${text.innerHTML.slice(0, 80)}`);
    }
    return problems;
  }, read(file)));
}

// The sitemap: every page that is itself and no other, once; each names all of its languages, and they name it.
{
  const problems = [];
  const urls = await page.evaluate((xml) => {
    const map = new DOMParser().parseFromString(xml, "application/xml");
    return [...map.querySelectorAll("url")].map((url) => ({
      loc: url.querySelector("loc").textContent,
      others: [...url.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link")].map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]),
    }));
  }, read("sitemap.xml"));
  const told = new Map(urls.map(({ loc, others }) => [loc, JSON.stringify(others)]));
  if (told.size !== urls.length) problems.push("an address stands there twice");
  for (const { loc, others } of urls) {
    if (!absolute(loc)) problems.push(`${loc} is not absolute`);
    if (others.length > 0 && !others.some(([, href]) => href === loc)) problems.push(`${loc} does not name itself`);
    for (const [lang, href] of others) if (told.get(href) !== JSON.stringify(others)) problems.push(`${loc} names ${href} (${lang}), which does not name it`);
  }
  const addresses = new Set(pages.map((file) => canonical(read(file))));
  for (const address of addresses) if (!told.has(address)) problems.push(`${address} is not there`);
  for (const loc of told.keys()) if (!addresses.has(loc)) problems.push(`${loc} is no page`);
  // The pages say the same of their languages.
  for (const file of pages) {
    const html = read(file);
    const others = [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/g)].filter(([, lang]) => lang !== "x-default").map(([, lang, href]) => [lang, href]);
    const expected = JSON.parse(told.get(canonical(html)) ?? "[]");
    if (JSON.stringify(others.sort()) !== JSON.stringify(expected.sort())) problems.push(`${file}: ${JSON.stringify(others)}`);
  }
  tell("sitemap.xml", problems);
  tell("robots.txt", read("robots.txt").includes(`Sitemap: ${new URL("sitemap.xml", urls[0]?.loc)}`) ? [] : ["it does not name the sitemap"]);
}

// Where statements.json points to is there.
{
  const data = JSON.parse(read("statements.json"));
  const problems = [];
  for (const one of data.statements) {
    if (!existsSync(join(root, one.page))) problems.push(`no ${one.page}`);
    else for (const { id } of one.sections) if (!read(one.page).includes(` id="${id}"`)) problems.push(`no ${one.page}#${id}`);
  }
  tell("statements.json", data.statements.length > 0 ? problems : ["it is empty"]);
}
await browser.close();
done();
