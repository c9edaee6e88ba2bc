/** Features that cost time at the start, or reach for the network, and serve no page of ours. */
const disabledFeatures = [
  'AudioServiceOutOfProcess',
  'DialMediaRouteProvider',
  'OptimizationHints',
  'PrintCompositorLPAC',
];

/**
 * The browser's command line.
 * @param environment `OCTAVO_BROWSER_SANDBOX=off` starts it without its sandbox.
 */
export function launchArguments(
  environment: NodeJS.ProcessEnv,
  userId: number | undefined = process.getuid?.(),
): string[] {
  // Chromium refuses to make a sandbox as root; for anybody else it is only given up on request.
  const sandboxed = userId !== 0 && environment.OCTAVO_BROWSER_SANDBOX !== 'off';
  return [
    ...(sandboxed ? [] : ['--no-sandbox', '--no-zygote']),
    // Requests are answered by Octavo before they get this far; what slips by finds no host.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-proxy-server',
    '--no-pings',
    '--disable-webgl',
    '--disable-gpu',
    // Neither draws nor asks for anything here: processes of their own would only take memory.
    '--in-process-gpu',
    '--enable-features=NetworkServiceInProcess2',
    '--disable-domain-reliability',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    `--disable-features=${disabledFeatures.join(',')}`,
    // Letters keep their true widths: pages break alike at any resolution.
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--lang=en-GB',
  ];
}
