package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.cli.lsp.text.PositionUnit;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.fix.FixResult;
import dev.callsheet.linter.fix.Fixer;
import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.linter.validation.RequestValidator.DispatchedTask;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The models that requests are validated by, with all that is prepared of them once. Safe for use
 * by several threads.
 */
public final class KnownSpecs {
  private final ModelCatalogue catalogue;
  private final Linter linter;
  private final RequestValidator validator;
  private final Map<String, ModelReference> references = new ConcurrentHashMap<>();

  /** The models of a catalogue, by their enforced rules. */
  public KnownSpecs(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
    this.linter = new Linter(catalogue, RuleInterpretation.ENFORCED);
    this.validator =
        new RequestValidator(catalogue, RuleInterpretation.ENFORCED, Clock.systemUTC());
  }

  ModelCatalogue catalogue() {
    return catalogue;
  }

  /**
   * What is wrong with a file.
   *
   * @param name of the file, which decides whether its lines are values of their own
   * @throws dev.callsheet.spec.parser.UncheckedSpecException when the spec of a model is wrong
   */
  List<Finding> findings(String name, String text) {
    return linter
        .withFreshBudget()
        .lintLikeFile(name, text.getBytes(StandardCharsets.UTF_8))
        .findings();
  }

  /** A file with all repairs that are unambiguous. */
  FixResult fixed(RequestFile file) {
    return new Fixer(linter.withFreshBudget())
        .fix(file.name(), file.text().text().getBytes(StandardCharsets.UTF_8));
  }

  /** Has everything loaded that the first file would wait for; what is wrong, that one is told. */
  public void prepare() {
    RequestDiagnostics.of(
        new RequestFile(
            "", 0, "first.json", new DocumentText("{\"model\": \"\"}", PositionUnit.UTF16)),
        this);
  }

  /** The task in an item of a file, where its model is known. */
  Optional<DispatchedTask> dispatch(JsonNode item) {
    return validator.dispatch(item);
  }

  /** The model that an envelope names, whatever it has for a request. */
  Optional<ModelSpec> inEnvelope(JsonNode envelope) {
    return catalogue.find(
        envelope.path(RequestEnvelope.PLATFORM).asString(""),
        envelope.path(RequestEnvelope.MODEL).asString(""));
  }

  ModelReference reference(ModelSpec model) {
    return references.computeIfAbsent(model.qualifiedId(), id -> ModelReference.of(model));
  }
}
