/** Where the refresh token is kept between visits. The access token is never stored. */
const KEY = 'scenarium.session';

let access: string | null = null;

export const accessToken = (): string | null => access;
export const refreshToken = (): string | null => localStorage.getItem(KEY);

export function keepTokens(pair: { access_token: string; refresh_token: string }): void {
  access = pair.access_token;
  localStorage.setItem(KEY, pair.refresh_token);
}

export function forgetAccess(): void {
  access = null;
}

export function forgetTokens(): void {
  access = null;
  localStorage.removeItem(KEY);
}
