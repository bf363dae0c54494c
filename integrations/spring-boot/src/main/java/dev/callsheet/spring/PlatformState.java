package dev.callsheet.spring;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.job.JobListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the last thing that the client heard was that it can do its work. Nothing is sent to find
 * out: a request that is refused for what stands in it shows that the platform works.
 */
final class PlatformState implements JobListener {
  private static final Set<ErrorCategory> TROUBLE =
      Set.of(
          ErrorCategory.AUTH,
          ErrorCategory.CONNECTION,
          ErrorCategory.QUOTA,
          ErrorCategory.SERVER,
          ErrorCategory.TIMEOUT);

  private volatile @Nullable ApiError trouble;

  /** Why the client's last attempt failed; null if it did not, or there was none. */
  @Nullable ApiError trouble() {
    return trouble;
  }

  @Override
  public void onAccepted(Accepted event) {
    trouble = null;
  }

  @Override
  public void onRetrying(Retrying event) {
    set(event.error());
  }

  @Override
  public void onRejected(Rejected event) {
    set(event.error());
  }

  @Override
  public void onPolled(Polled event) {
    set(event.error());
  }

  private void set(@Nullable ApiError error) {
    trouble = error != null && TROUBLE.contains(error.category()) ? error : null;
  }
}
