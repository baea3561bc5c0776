import { type ReactNode, useEffect, useRef } from 'react';

/** A control as it looks with the focus, without having it: a page has one focus, and here many are looked at side by side. */
export function ShownFocused({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    copyFocusRules();
    const control = box.current?.querySelector(
      '[role="tab"][aria-selected="true"], :not(:has([role="tab"])):is(input, textarea, button, [tabindex="0"])',
    );
    control?.setAttribute(shownFocus, '');
    // What the library behind most controls says about the focus, on the control or on the label around it.
    for (const part of [control, control?.closest('label')]) {
      part?.setAttribute('data-focused', 'true');
      part?.setAttribute('data-focus-visible', 'true');
    }
  }, []);
  return (
    <div ref={box} className="boxless">
      {children}
    </div>
  );
}

const shownFocus = 'data-shown-focus';
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
