/** What a page of the book does: live figures, and cells that run. */
import { makeCells, resetCells } from "./cells.js";
import { sayElsewhere } from "./elsewhere.js";
import { PACKS } from "./manifest.js";
import { printLight } from "./paper.js";
import { addScratch } from "./scratch.js";
import { turnPages } from "./turn.js";
import { reachWideFormulas } from "./wide.js";
import { showStored } from "./widgets.js";

showStored();
reachWideFormulas();
turnPages();
printLight();
if (PACKS) {
  document.documentElement.dataset.python = "off";
  const elements = [...document.querySelectorAll("[data-cell]")];
  const scratch = addScratch(resetCells);
  makeCells(scratch ? [...elements, scratch] : elements);
} else sayElsewhere();
