/** The base URLs under which an app finds the simulators at `url` instead of the real providers. */
export const simulatorEnvironment = (url: string) => ({
  ZOOM_OAUTH_URL: `${url}/zoom`,
  ZOOM_API_URL: `${url}/zoom`,
  TEAMS_OAUTH_URL: `${url}/teams/login`,
  TEAMS_API_URL: `${url}/teams/graph`,
  MEET_ACCOUNTS_URL: `${url}/meet/accounts`,
  MEET_OAUTH_URL: `${url}/meet/oauth2`,
  MEET_USERINFO_URL: `${url}/meet/openid`,
  MEET_API_URL: `${url}/meet/api`,
});
