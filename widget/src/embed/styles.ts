/** Looks of the bubble and its panel. They live in a shadow tree: the page around neither sees nor changes them. */
export const styles = `
/* Important, or the rules of the page around for every div would win. */
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto max(1.25rem, env(safe-area-inset-right)) max(1.25rem, env(safe-area-inset-bottom)) auto !important;
  z-index: 2147483000 !important;
  font: 400 1rem/1.45 system-ui, sans-serif !important;
}

:host([data-side='left']) {
  inset: auto auto max(1.25rem, env(safe-area-inset-bottom)) max(1.25rem, env(safe-area-inset-left)) !important;
}

[hidden] {
  display: none !important;
}

button {
  display: grid;
  place-items: center;
  width: 3.5rem;
  height: 3.5rem;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: linear-gradient(135deg, #4a5ae8, #6d45e2);
  color: #fff;
  box-shadow: 0 8px 24px -6px rgb(34 38 86 / 45%);
  cursor: pointer;
  transition: transform 0.15s;
}

button:hover {
  transform: scale(1.05);
}

button:focus-visible,
a:focus-visible {
  outline: 3px solid #4a52e0;
  outline-offset: 3px;
  box-shadow: 0 0 0 3px #fff;
}

svg {
  width: 1.6rem;
  height: 1.6rem;
  fill: none;
  stroke: currentColor;
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.panel {
  position: absolute;
  right: 0;
  bottom: 4.5rem;
  display: grid;
  width: min(25rem, 100vw - 2.5rem);
  height: min(40rem, 100dvh - 7rem);
  border-radius: 1.25rem;
  background: #fff;
  box-shadow: 0 24px 64px -16px rgb(34 38 86 / 45%), 0 0 0 1px rgb(34 38 86 / 10%);
  overflow: hidden;
}

:host([data-side='left']) .panel {
  right: auto;
  left: 0;
}

.panel > * {
  grid-area: 1 / 1;
}

a {
  place-self: center;
  padding: 1rem;
  color: #4a52e0;
  animation: late 3s backwards;
}

iframe {
  width: 100%;
  height: 100%;
  border: 0;
  color-scheme: normal;
  visibility: hidden;
}

iframe.ready {
  visibility: visible;
}

@keyframes late {
  from,
  99% {
    visibility: hidden;
  }
}

@media (max-width: 30rem), (max-height: 30rem) {
  .panel {
    position: fixed;
    inset: 0;
    width: auto;
    height: auto;
    border-radius: 0;
  }
}

@media (prefers-color-scheme: dark) {
  .panel {
    background: #141722;
  }

  a {
    color: #a5afff;
  }
}

@media (prefers-reduced-motion: reduce) {
  button {
    transition: none;
  }
}
`;
