package dev.callsheet.spec.model;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the documentation says of a parameter beyond what can be checked.
 *
 * @param description sentences for people; may be empty
 * @param unit {@code s}, {@code px}, {@code USD}, {@code %}; null when it has none
 * @param media {@code image}, {@code video}, {@code audio} or {@code 3d}, for a media input or a
 *     list of such, and for a field of a result that holds its media; null otherwise
 * @param section the heading it stands under on the page; null below the top level
 * @param pairedWith the parameter that it goes with; null when there is none
 * @param links further reading
 * @param documentedAttributes attributes that the page states and this spec does not enforce, by
 *     their keyword, such as {@code required: true}; usually empty
 * @param note why {@code documented} differs; null when it does not
 * @param deprecation null while it is to be used
 * @param mediaLimits limits on the media itself (file size, duration), which no request shows
 */
public record ParameterMetadata(
    String description,
    @Nullable String unit,
    @Nullable String media,
    @Nullable String section,
    @Nullable String pairedWith,
    List<Link> links,
    Map<String, JsonNode> documentedAttributes,
    @Nullable String note,
    @Nullable Deprecation deprecation,
    Map<String, JsonNode> mediaLimits) {

  /** A link to further reading. */
  public record Link(String title, URI url) {}

  /** Copies the collections, order kept, so that metadata never change. */
  public ParameterMetadata {
    links = List.copyOf(links);
    documentedAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(documentedAttributes));
    mediaLimits = Collections.unmodifiableMap(new LinkedHashMap<>(mediaLimits));
  }
}
