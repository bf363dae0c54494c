package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.ConfigurationException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of a client, one for each platform that it has a key for. They share the loop, the
 * listeners and the budget; each has its own protocol, connections and part of the journal.
 */
public final class JobPipelines implements AutoCloseable {
  private final Map<String, JobPipeline> byPlatform;
  private final Map<String, String> missingKeys;
  private final JobPipeline first;

  /**
   * Pipelines by the names of their platforms; the first one is that of models whose specs name no
   * platform.
   *
   * @param byPlatform at least one
   * @param missingKeys the variables of the keys that are missing, by the names of their platforms
   */
  public JobPipelines(Map<String, JobPipeline> byPlatform, Map<String, String> missingKeys) {
    this.byPlatform = new LinkedHashMap<>(byPlatform);
    this.missingKeys = Map.copyOf(missingKeys);
    this.first = byPlatform.values().iterator().next();
  }

  /**
   * The pipeline of a platform.
   *
   * @throws ConfigurationException if there is no key for it, or nobody has described it
   */
  public JobPipeline of(String platform) {
    @Nullable JobPipeline found = platform.isEmpty() ? first : byPlatform.get(platform);
    if (found != null) {
      return found;
    }
    @Nullable String variable = missingKeys.get(platform);
    throw new ConfigurationException(
        variable == null
            ? "This client does not know the platform "
                + platform
                + ": give its protocol to platform() on the builder"
            : "No API key for "
                + platform
                + ": set the environment variable "
                + variable
                + " or give one to apiKey()");
  }

  /** That of the first platform. */
  public JobPipeline first() {
    return first;
  }

  /** All of them. */
  public Collection<JobPipeline> all() {
    return byPlatform.values();
  }

  /** Whether they take no more jobs. */
  public boolean isClosed() {
    return first.isClosed();
  }

  /** Stops following all jobs; their tasks go on at the server. Closing twice does nothing more. */
  @Override
  public void close() {
    if (all().stream().filter(JobPipeline::closeRegistry).count() == 0) {
      return;
    }
    var loop = first.context().loop();
    var detached = CompletableFuture.runAsync(this::detachAll, loop);
    loop.close();
    all().forEach(pipeline -> pipeline.context().scheduler().close());
    detached.join();
    all().forEach(pipeline -> pipeline.context().journal().session().close());
  }

  private void detachAll() {
    all().forEach(JobPipeline::detachAll);
    first.context().events().close();
  }
}
