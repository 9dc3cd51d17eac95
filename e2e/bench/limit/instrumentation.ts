// Without one here, Next takes the product's from the folder above.
export function register() {}
