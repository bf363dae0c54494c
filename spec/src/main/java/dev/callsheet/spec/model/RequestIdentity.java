package dev.callsheet.spec.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members by which a platform knows a request. Each of its models requires these, at the top of
 * a request; what a platform is told elsewhere, as in the path, is no member.
 *
 * @param task the member that says what kind of task it is; null when there is none
 * @param id the member with the UUID that the caller chooses for the task; null when the platform
 *     chooses a name for it
 * @param model the member with the model's id; null when the model is named elsewhere
 */
public record RequestIdentity(@Nullable String task, @Nullable String id, @Nullable String model) {
  /** The member by which a request says for itself which model it is for. */
  public static final String MODEL = "model";

  /** What is assumed of a model that does not say who sells it. */
  static final RequestIdentity UNKNOWN = new RequestIdentity(null, null, MODEL);

  /** The members, as far as there are any. */
  public List<String> members() {
    return Stream.of(Optional.ofNullable(task), Optional.ofNullable(id), Optional.ofNullable(model))
        .flatMap(Optional::stream)
        .toList();
  }
}
