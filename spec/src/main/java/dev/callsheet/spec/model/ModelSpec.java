package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The spec of one model: parameters, modes, rules and prices.
 *
 * @param metadata its identity and description
 * @param request the task's parameters, in the order of the documentation
 * @param modes the ways to use it, in the order of the spec; may be empty
 * @param rules in the order of the spec, those of included files first
 * @param advice rules made of what parameters and values say of themselves: that they are
 *     deprecated, ignored or clamped; breaking one is a warning at first, so that a request which
 *     does is valid all the same
 * @param pricing null when no price is published
 * @param response the fields of one result
 * @param examples the published examples
 * @param tests requests with what is expected of them, those of the examples included
 * @param leftOut what it shares with other files and does not want
 * @param location where the spec begins
 */
public record ModelSpec(
    ModelMetadata metadata,
    Shape.Structure request,
    List<ModelMode> modes,
    List<Rule> rules,
    List<Rule> advice,
    @Nullable Pricing pricing,
    Shape.Structure response,
    List<PublishedExample> examples,
    List<SpecTest> tests,
    List<LeftOut> leftOut,
    SourceLocation location) {

  /** Copies the lists, so that a spec never changes. */
  public ModelSpec {
    modes = List.copyOf(modes);
    rules = List.copyOf(rules);
    advice = List.copyOf(advice);
    examples = List.copyOf(examples);
    tests = List.copyOf(tests);
    leftOut = List.copyOf(leftOut);
  }

  /** The model's identifier, as its platform has it. */
  public String id() {
    return metadata.id();
  }

  /** The identifier with the platform in front, which no other model has: {@code fal/fal-ai/x}. */
  public String qualifiedId() {
    return metadata.platformName().map(platform -> platform + "/" + id()).orElse(id());
  }

  /**
   * Whether a request says itself that it is for this model, by its member {@value
   * RequestIdentity#MODEL}. Otherwise it stands in an {@linkplain RequestEnvelope envelope}, for
   * which one that has members like an envelope's would be taken.
   */
  public boolean isNamedInRequests() {
    return RequestIdentity.MODEL.equals(metadata.identity().model())
        && request.member(RequestEnvelope.PLATFORM).isEmpty()
        && request.member(RequestEnvelope.REQUEST).isEmpty();
  }

  /** The rules and the advice: all that a request is validated by. */
  public List<Rule> rulesAndAdvice() {
    return Stream.concat(rules.stream(), advice.stream()).toList();
  }

  /** The rule of that id, or the piece of advice. */
  public Optional<Rule> rule(String id) {
    return rulesAndAdvice().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /**
   * The fields of a result that hold its media, in the order of the documentation. Where several
   * have the same form, the first is the media itself.
   */
  public List<MediaField> mediaFields() {
    return MediaField.in(response).toList();
  }

  /** The request parameter at that path ({@code inputs.elements[].images}), if there is one. */
  public Optional<Parameter> parameter(ParameterPath path) {
    List<Parameter> leadThere = leadingTo(request.parameters(), path);
    while (!leadThere.isEmpty()) {
      for (Parameter parameter : leadThere) {
        if (path.isPrefixOf(parameter.path())) {
          return Optional.of(parameter);
        }
      }
      leadThere =
          leadThere.stream()
              .flatMap(parameter -> leadingTo(parameter.shape().parameters(), path).stream())
              .toList();
    }
    return Optional.empty();
  }

  private static List<Parameter> leadingTo(List<Parameter> parameters, ParameterPath path) {
    List<Parameter> leading = new ArrayList<>(1);
    for (Parameter parameter : parameters) {
      if (parameter.path().isPrefixOf(path)) {
        leading.add(parameter);
      }
    }
    return leading;
  }
}
