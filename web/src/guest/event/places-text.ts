/** "Zoom or Phone call". */
export const placesText = (locations: readonly { readonly name: string }[]): string =>
  [...new Set(locations.map(({ name }) => name))].join(' or ');
