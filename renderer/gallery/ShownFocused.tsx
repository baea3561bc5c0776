import { type ReactNode, useEffect, useRef } from 'react';

/** A control as it looks with the focus, without having it: a page has one focus, and here many are looked at side by side. */
export function ShownFocused({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    copyFocusRules();
    // Tabs are there only once their list has been read.
    const frame = requestAnimationFrame(() => {
      const control = box.current?.querySelector(tab) ?? box.current?.querySelector(focusable);
      control?.setAttribute(shownFocus, '');
      // What the library behind most controls says about the focus, on the control or on the label around it.
      for (const part of [control, control?.closest('label')]) {
        part?.setAttribute('data-focused', 'true');
        part?.setAttribute('data-focus-visible', 'true');
      }
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div ref={box} className="boxless">
      {children}
    </div>
  );
}

const shownFocus = 'data-shown-focus';
const tab = '[role="tab"][aria-selected="true"]';
const focusable = 'input, textarea, button, [tabindex="0"]';
const focusState = /:focus(?:-visible)?(?![\w-])/g;
let isCopied = false;

/** Every rule about the focus once more, for what only shows it. */
function copyFocusRules(): void {
  if (isCopied) return;
  isCopied = true;
  const copies = new CSSStyleSheet();
  for (const { cssRules } of document.styleSheets) {
    for (const rule of cssRules) {
      if (!(rule instanceof CSSStyleRule) || rule.selectorText.search(focusState) < 0) continue;
      const selector = rule.selectorText.replaceAll(focusState, `[${shownFocus}]`);
      copies.insertRule(`${selector} { ${rule.style.cssText} }`, copies.cssRules.length);
    }
  }
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, copies];
}
