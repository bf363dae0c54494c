package dev.callsheet.sandbox.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Authenticates callers: by the header {@code Authorization: Bearer KEY}, or by an authentication
 * task that comes first. Where there are both, the header counts.
 */
public final class ApiKeyAuthenticator {
  private static final String TASK_TYPE = "authentication";
  private static final String SCHEME = "Bearer ";

  private final Set<String> keys;

  /** Accepts these keys; when there are none, every key that is not blank. */
  public ApiKeyAuthenticator(Set<String> keys) {
    this.keys = Set.copyOf(keys);
  }

  /**
   * The error for a caller without a valid key; empty for one with a valid key.
   *
   * @param header the value of {@code Authorization}; null when there is none
   */
  public Optional<ErrorEntry> rejection(@Nullable String header, List<JsonNode> tasks) {
    return accepts(header == null ? keyOfTask(tasks) : keyOfHeader(header))
        ? Optional.empty()
        : Optional.of(
            new ErrorEntry(
                "invalidApiKey",
                "Invalid API key. Give one as `Authorization: Bearer KEY`, or in a first task"
                    + " {taskType: authentication, apiKey: KEY}.",
                List.of("apiKey"),
                TASK_TYPE,
                "",
                null,
                null));
  }

  private boolean accepts(String key) {
    return !key.isBlank() && (keys.isEmpty() || keys.contains(key));
  }

  private static String keyOfHeader(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : "";
  }

  /** The key of an authentication task that comes first; empty where there is none. */
  public static String keyOfTask(List<JsonNode> tasks) {
    return tasks.stream()
        .limit(1)
        .filter(task -> task.path("taskType").asString("").equals(TASK_TYPE))
        .map(task -> task.path("apiKey").asString(""))
        .findFirst()
        .orElse("");
  }
}
