package dev.callsheet.cli.verify;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.generator.vectors.LimitRequests;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.StringFormat;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.price.PriceEstimator;
import dev.callsheet.spec.validation.ModelValidator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what a spec says of its model's test requests with what the platform says.
 *
 * <p>What is invalid goes first, then what is valid from the cheapest on: should a platform execute
 * requests all the same, the first that it accepts is known by its reply, and is the last.
 */
public final class ModelVerification {
  private static final Locator EVERYTHING = new Locator("/**");

  private final ModelSpec model;
  private final DryRunClient client;
  private final ModelValidator validator;
  private final Supplier<UUID> taskIds;
  private final Set<String> mediaInputs = new HashSet<>();

  /**
   * A verification.
   *
   * @param taskIds a new id for each request, where the platform has its requests identified
   */
  public ModelVerification(ModelSpec model, DryRunClient client, Supplier<UUID> taskIds) {
    this.model = model;
    this.client = client;
    this.taskIds = taskIds;
    this.validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
    addMediaInputs(model.request().members());
  }

  /**
   * Sends the requests of {@link TestVectorSet} and {@link LimitRequests}, and returns them in this
   * order.
   *
   * @throws UserErrorException when the platform does not answer, or seems to execute requests
   */
  public List<ComparedVector> compare() {
    List<TestVector> vectors = new ArrayList<>(TestVectorSet.of(model).vectors());
    vectors.addAll(LimitRequests.of(model));
    List<ComparedVector> compared = new ArrayList<>();
    vectors.stream()
        .sorted(Comparator.comparing(this::leastCost))
        .forEach(vector -> compared.add(compare(vector)));
    compared.sort(Comparator.comparingInt(each -> vectors.indexOf(each.vector())));
    return compared;
  }

  private BigDecimal leastCost(TestVector vector) {
    return errors(vector).isEmpty() ? price(vector).lowerBound() : BigDecimal.ONE.negate();
  }

  private Price price(TestVector vector) {
    return PriceEstimator.price(model, vector.request());
  }

  private ComparedVector compare(TestVector vector) {
    DryRunReply reply = client.send(withTaskId(vector.request()));
    requireNotExecuted(reply);
    List<Violation> errors = errors(vector);
    List<String> ours = parameters(errors);
    boolean isValid = errors.isEmpty();
    return new ComparedVector(
        vector, isValid, price(vector), ours, reply, agreement(vector, isValid, ours, reply));
  }

  /** A new id in place of the sample; what is no id was put there to be refused. */
  private JsonNode withTaskId(JsonNode request) {
    String member = model.metadata().identity().id();
    if (member == null || !StringFormat.UUID.accepts(request.path(member).asString(""))) {
      return request;
    }
    return ((ObjectNode) request.deepCopy()).put(member, taskIds.get().toString());
  }

  private void requireNotExecuted(DryRunReply reply) {
    if (reply instanceof DryRunReply.Accepted accepted) {
      List<JsonNode> nodes = EVERYTHING.in(accepted.body());
      model.mediaFields().stream()
          .map(field -> field.field().name())
          .filter(name -> nodes.stream().anyMatch(node -> node.has(name)))
          .findFirst()
          .ifPresent(
              name -> {
                throw new UserErrorException(
                    "stopped: the platform has executed a request, its reply has the result `"
                        + name
                        + "`; the cost was "
                        + accepted.cost().toPlainString());
              });
    }
  }

  private Agreement agreement(
      TestVector vector, boolean isValid, List<String> ours, DryRunReply reply) {
    if (reply instanceof DryRunReply.Accepted accepted) {
      return !isValid
          ? Agreement.VERDICT
          : isWithin(price(vector), accepted.cost()) ? Agreement.AGREED : Agreement.PRICE;
    }
    List<String> theirs =
        ((DryRunReply.Refused) reply)
            .parameters().stream().map(ModelVerification::withoutIndices).toList();
    if (isValid) {
      return theirs.stream().anyMatch(mediaInputs::contains) ? Agreement.MEDIUM : Agreement.VERDICT;
    }
    boolean isSame =
        theirs.isEmpty()
            || ours.stream()
                .map(ModelVerification::withoutIndices)
                .anyMatch(name -> theirs.stream().anyMatch(other -> overlap(name, other)));
    return isSame ? Agreement.AGREED : Agreement.PARAMETER;
  }

  private static boolean isWithin(Price price, BigDecimal cost) {
    boolean isKnown = price.known().isPresent();
    BigDecimal most = price.upperBound().orElse(cost);
    return !isKnown || (price.lowerBound().compareTo(cost) <= 0 && cost.compareTo(most) <= 0);
  }

  /** What the platform should refuse a request for: a warning is no reason to. */
  private List<Violation> errors(TestVector vector) {
    return validator.validate(vector.request()).stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .toList();
  }

  /** The parameters that errors are about, the task itself not named. */
  private static List<String> parameters(List<Violation> errors) {
    return errors.stream()
        .flatMap(ModelVerification::pointers)
        .filter(pointer -> !pointer.isEmpty())
        .map(pointer -> String.join(".", JsonPointer.parse(pointer).steps()))
        .distinct()
        .toList();
  }

  /** One that is missing is named where it should be. */
  private static Stream<String> pointers(Violation violation) {
    String pointer =
        violation.problem() instanceof Problem.MissingParameter missing
            ? JsonPointer.parse(violation.pointer()).child(missing.name()).toString()
            : violation.pointer();
    return Stream.concat(Stream.of(pointer), violation.related().stream());
  }

  /** Platforms count items in several ways, or not at all. */
  private static String withoutIndices(String name) {
    return name.replaceAll("\\[\\d*]|\\.\\d+(?=\\.|$)", "");
  }

  private static boolean overlap(String one, String other) {
    return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
  }

  private void addMediaInputs(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.metadata().media() != null
          || parameter.shape().facets(Facet.Accepts.class).findAny().isPresent()) {
        mediaInputs.add(withoutIndices(parameter.path().toString()));
      }
      addMediaInputs(parameter.shape().parameters());
    }
  }
}
