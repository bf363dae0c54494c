package dev.callsheet.tests.conformance;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.nio.file.Path;
import java.util.List;

/** What {@code tests/conformance/run} runs, in the folder {@code tests}. */
final class ConformanceCommand {
  private static final int SANDBOXED = 1000;

  private ConformanceCommand() {}

  /**
   * Judges requests for all bundled models, and prints a table; exits with 1 where there is a
   * disagreement.
   *
   * @param arguments how many requests for all models together, a seed, and a folder for classes
   */
  public static void main(String[] arguments) throws Exception {
    List<ModelSpec> specs = ModelCatalogue.bundled().models();
    int requests = (Integer.parseInt(arguments[0]) - 1) / specs.size() + 1;
    List<ConformanceModel> models = ConformanceModel.of(specs, Path.of(arguments[2]));
    try (PlayedPlatforms sandboxes = PlayedPlatforms.of(specs)) {
      List<ModelAgreement> outcome =
          new AgreementRun(requests, Long.parseLong(arguments[1]), SANDBOXED, sandboxes)
              .judge(models);
      System.out.print(ModelAgreement.table(outcome));
      outcome.forEach(model -> model.examples().forEach(System.out::println));
      System.exit(outcome.stream().allMatch(model -> model.disagreements() == 0) ? 0 : 1);
    }
  }
}
