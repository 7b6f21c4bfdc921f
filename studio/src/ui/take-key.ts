/** Takes the Enter that chose an item of a menu: it would go on to press the button that a dialog opened by the item focuses. */
export const takeKey = ({ domEvent }: { domEvent: { preventDefault(): void } }): void => domEvent.preventDefault();
