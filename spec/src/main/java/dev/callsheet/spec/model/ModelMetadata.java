package dev.callsheet.spec.model;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a model, and what its documentation says of it as a whole.
 *
 * @param id its identifier, as its platform has it, such as {@code klingai:kling-video@o3-pro}
 * @param name its name for people
 * @param platform who sells it; null when the spec does not say
 * @param creator who made it; null when not published
 * @param status {@code live}, {@code api-only}, {@code coming-soon} or {@code deprecated}
 * @param deprecation null while it is to be used
 * @param releaseDate null when not published
 * @param capabilities such as {@code text-to-video}
 * @param documentation the page this spec was written from; null when there is none
 * @param summary one sentence; may be empty
 * @param description a paragraph; may be empty
 */
public record ModelMetadata(
    String id,
    String name,
    @Nullable Platform platform,
    @Nullable String creator,
    String status,
    @Nullable Deprecation deprecation,
    @Nullable LocalDate releaseDate,
    List<String> capabilities,
    @Nullable URI documentation,
    String summary,
    String description) {

  /** Copies the list, so that metadata never change. */
  public ModelMetadata {
    capabilities = List.copyOf(capabilities);
  }

  /** The name of who sells it, where the spec says. */
  public Optional<String> platformName() {
    return Optional.ofNullable(platform).map(Platform::name);
  }

  /** Which members of a request say what it is. */
  public RequestIdentity identity() {
    return platform == null ? RequestIdentity.UNKNOWN : platform.identity();
  }
}
