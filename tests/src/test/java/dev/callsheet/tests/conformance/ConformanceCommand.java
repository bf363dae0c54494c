package dev.callsheet.tests.conformance;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code tests/conformance/run} runs, in the folder {@code tests}. */
final class ConformanceCommand {
  /**
   * The mutants that nothing tells from their models, and that the solver does not prove to mean
   * the same; each has the proof behind it.
   */
  private static final Path PROVED_MUTANTS =
      Path.of("src/test/resources/conformance/proved-mutants.txt");

  private static final int SANDBOXED = 1000;

  private ConformanceCommand() {}

  /**
   * Runs {@code agreement REQUESTS SEED CLASSES}, with how many requests for all models together
   * and a folder for generated classes, or {@code mutants}; prints a table and exits with 1 where
   * there is a disagreement, or a mutant that is new.
   */
  public static void main(String[] arguments) throws Exception {
    List<ModelSpec> models = ModelCatalogue.bundled().models();
    boolean isFine =
        arguments[0].equals("mutants")
            ? mutants(models)
            : agreement(
                models,
                Integer.parseInt(arguments[1]),
                Long.parseLong(arguments[2]),
                Path.of(arguments[3]));
    System.exit(isFine ? 0 : 1);
  }

  private static boolean agreement(List<ModelSpec> models, int requests, long seed, Path classes)
      throws Exception {
    int each = (requests - 1) / models.size() + 1;
    List<ConformanceModel> judged = ConformanceModel.of(models, classes);
    try (PlayedPlatforms sandboxes = PlayedPlatforms.of(models)) {
      System.out.print(ModelAgreement.HEAD);
      List<ModelAgreement> outcome =
          new AgreementRun(each, seed, SANDBOXED, sandboxes)
              .judge(judged, model -> System.out.println(model.row()));
      System.out.println(ModelAgreement.sum(outcome).row());
      outcome.forEach(model -> model.examples().forEach(System.out::println));
      return outcome.stream().allMatch(model -> model.disagreements() == 0);
    }
  }

  /** The mutants that are proved by hand to mean the same. */
  static Set<String> proved() throws IOException {
    return Files.readAllLines(PROVED_MUTANTS).stream()
        .map(line -> line.replaceFirst(" # .*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tries all mutants; keeps what it finds. */
  private static boolean mutants(List<ModelSpec> models) throws Exception {
    List<ModelMutation> outcome =
        models.parallelStream().map(model -> MutationRun.of(model, Integer.MAX_VALUE)).toList();
    System.out.print(ModelMutation.table(outcome));
    TreeSet<String> open = new TreeSet<>();
    for (int i = 0; i < models.size(); i++) {
      open.addAll(outcome.get(i).open());
      if (!outcome.get(i).found().isEmpty()) {
        KeptRequests.add(models.get(i), outcome.get(i).found());
      }
    }
    open.forEach(mutant -> System.out.println("open: " + mutant));
    return open.equals(proved()) && outcome.stream().allMatch(model -> model.found().isEmpty());
  }
}
