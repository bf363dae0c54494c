package dev.callsheet.cli.verify;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.internal.net.LoopbackHost;
import dev.callsheet.runtime.protocol.DryRun;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where dry runs may go: to the platform itself, and to this machine. */
final class DryRunEndpoint {
  private DryRunEndpoint() {}

  /**
   * The address to send to. Another server might pass a request on without what makes it a dry run,
   * and then it would be executed and paid.
   *
   * @param chosen the address that the user named
   * @throws UserErrorException when it is not known to do dry runs
   */
  static URI of(DryRun dryRun, Optional<URI> chosen) {
    URI address = chosen.orElse(dryRun.address());
    boolean isLocal =
        LoopbackHost.is(address.getHost()) && Set.of("http", "https").contains(address.getScheme());
    boolean isPlatform =
        "https".equals(address.getScheme())
            && dryRun.address().getAuthority().equals(address.getAuthority());
    if (!isLocal && !isPlatform) {
      throw new UserErrorException(
          "nothing was sent: "
              + address
              + " is not known to do dry runs, and requests might cost there; `verify` sends to "
              + dryRun.address().getScheme()
              + "://"
              + dryRun.address().getAuthority()
              + " and to this machine");
    }
    return address;
  }
}
