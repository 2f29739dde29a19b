(() => {
  "use strict";
  const words = document.getElementById("words");
  const outlet = document.getElementById("outlet");
  const kind = document.getElementById("kind");
  const count = document.getElementById("count");
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const items = [...document.querySelectorAll(".item")];
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, plain(item.textContent + " " + (item.closest(".group")?.querySelector("h3").textContent ?? "")));
    return texts.get(item);
  };
  const shown = () => items.filter((item) => !item.hidden);
  const filter = () => {
    const wanted = plain(words.value).match(/"[^"]+"|[^\s"]+/g)?.map((part) => part.replaceAll('"', "")) ?? [];
    let found = 0;
    for (const item of items) {
      const fits = (!outlet.value || item.dataset.outlet === outlet.value)
        && (!kind.value || item.dataset.kind === kind.value)
        && wanted.every((part) => textOf(item).includes(part));
      item.hidden = !fits;
      found += fits ? 1 : 0;
    }
    for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector(".item:not([hidden])");
    const asked = Boolean(wanted.length || outlet.value || kind.value);
    for (const section of document.querySelectorAll(".overview")) section.hidden = asked;
    count.textContent = `${found} of ${items.length}`;
  };
  const move = (step) => {
    const seen = shown();
    const here = seen.indexOf(document.activeElement);
    const next = seen[Math.min(seen.length - 1, Math.max(0, here + step))];
    if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
  };
  let waiting;
  words.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 150); });
  outlet.addEventListener("change", filter);
  kind.addEventListener("change", filter);
  document.getElementById("search").addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "Escape") { words.value = ""; outlet.value = ""; kind.value = ""; filter(); document.activeElement?.blur(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); words.focus(); }
    if (event.key === "j") move(1);
    if (event.key === "k") move(-1);
  });
  const asked = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
  words.value = asked.get("words") ?? "";
  outlet.value = asked.get("outlet") ?? "";
  kind.value = asked.get("kind") ?? "";
  filter();
})();
