/** Paper is white: while a page is printed, it has the light colours. */
export function printLight() {
  const root = document.documentElement;
  let shown = null;
  const set = (printing) => {
    if (printing === (shown !== null)) return;
    [root.dataset.theme, shown] = printing ? ["light", root.dataset.theme] : [shown, null];
  };
  addEventListener("beforeprint", () => set(true));
  addEventListener("afterprint", () => set(false));
  matchMedia("print").addEventListener("change", (print) => set(print.matches));
}
