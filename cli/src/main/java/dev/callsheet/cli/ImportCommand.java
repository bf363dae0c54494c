package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.importer.ImportedSpec;
import dev.callsheet.importer.ImportedSpecFile;
import dev.callsheet.importer.SourceDrift;
import dev.callsheet.importer.SpecImporter;
import dev.callsheet.importer.UpdatedSpec;
import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.report.diff.DiffTextReport;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.internal.file.OutputConflicts;
import dev.callsheet.spec.internal.file.OutputFile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet import}: specs of what platforms publish. */
@Command(name = "import", description = "Make specs of what platforms publish of their models.")
final class ImportCommand implements Callable<Integer> {
  /** In UTF-8, a character has four bytes at most. */
  private static final int MAX_BYTES = 4 * SpecImporter.MAX_LENGTH;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "A published schema.json (OpenAPI 3.0 or 3.1, Cog), or a documentation page (*.md); one"
              + " of each, about one model, make one spec.")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "PLACE",
      description =
          "Where to write: a file (*.yaml, for one FILE), or a directory for files named after the"
              + " models; by default this directory.")
  private Path out = Path.of("");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report there; by default to standard error.")
  private @Nullable Path report;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      description =
          "Whose files they are; its fragments are used. By default the platform that publishes"
              + " files of this form.")
  private String platform = "";

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model's identifier, for a FILE that does not say it.")
  private String model = "";

  @Option(
      names = "--overwrite",
      description =
          "Replace specs that are there already, with the author's edits; otherwise these are"
              + " kept.")
  private boolean overwrite;

  @Option(
      names = "--check",
      paramLabel = "SPEC",
      description =
          "Write nothing, and say where the FILE does not say any more what this spec says.")
  private @Nullable Path checked;

  private final Console console;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    boolean toFile = isSpecFile(out);
    boolean isSchemaWithPage =
        inputs.size() == 2 && inputs.stream().filter(ImportCommand::isPage).count() == 1;
    if (inputs.size() > 1 && !isSchemaWithPage && (toFile || !model.isEmpty())) {
      throw new UserErrorException(
          "several FILEs make several specs: give --out a directory, and leave --model out");
    }
    SpecImporter importer = new SpecImporter(ModelFile.bundledFragments(), platform);
    if (checked != null) {
      return drift(importer, isSchemaWithPage, checked);
    }
    Map<Path, ImportedSpec> specs = new LinkedHashMap<>();
    for (Path input : isSchemaWithPage ? inputs.subList(0, 1) : inputs) {
      List<ImportedSpec> ofInput =
          isSchemaWithPage ? List.of(reconciled(importer)) : imported(importer, input, model);
      if (toFile && ofInput.size() > 1) {
        throw new UserErrorException(
            input
                + ": the file has "
                + ofInput.size()
                + " models: give --out a directory, or choose one with --model");
      }
      for (ImportedSpec spec : ofInput) {
        add(spec, input, toFile ? out : out.resolve(spec.fileName()), specs);
      }
    }
    requireSeparateFiles(List.copyOf(specs.keySet()));
    List<ImportFinding> findings =
        new ArrayList<>(specs.values().stream().flatMap(spec -> spec.findings().stream()).toList());
    specs.forEach((file, spec) -> findings.addAll(write(importer, file, spec)));
    writeReport(findings);
    boolean isProblem = findings.stream().anyMatch(finding -> finding.kind().isProblem());
    return isProblem ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private void add(ImportedSpec spec, Path input, Path file, Map<Path, ImportedSpec> specs) {
    if (specs.putIfAbsent(file, spec) != null) {
      throw new UserErrorException(
          input + ": " + file + " is made of another FILE already; import them one by one");
    }
    if (!overwrite && new ImportedSpecFile(file).isForeign()) {
      throw new UserErrorException(
          file + " is there already; write to another place with --out, or --overwrite it");
    }
  }

  /** Compares a published file with a spec. */
  private int drift(SpecImporter importer, boolean isSchemaWithPage, Path spec) {
    if (inputs.size() > 1 && !isSchemaWithPage) {
      throw new UserErrorException(
          "--check compares one FILE, or a schema and its page, with a spec");
    }
    try {
      ModelSpec checkedModel = ModelFile.find(spec).get(0).parse();
      ImportedSpec published =
          isSchemaWithPage
              ? reconciled(importer)
              : importer.importFile(
                  source(inputs.get(0)), model.isEmpty() ? checkedModel.id() : model);
      SourceText base = new ImportedSpecFile(spec).baseText().orElse(null);
      SourceDrift drift = importer.drift(checkedModel, published, base);
      new DiffTextReport(console.outStyle().colour())
          .write(List.of(drift.changes()), console.out());
      if (drift.edits() > 0) {
        console.out().println("Edits of the spec's author, left out here: " + drift.edits());
      }
      return drift.isNone() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    } catch (IOException unreadable) {
      throw new UserErrorException(spec + ": " + FileErrors.reason(unreadable), unreadable);
    } catch (SpecException wrong) {
      throw UserErrorException.ofLines(wrong);
    } catch (ImportException wrong) {
      throw new UserErrorException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static boolean isPage(Path path) {
    return SpecImporter.isPage(path.toString());
  }

  private static boolean isSpecFile(Path path) {
    return path.toString().endsWith(".yaml") || path.toString().endsWith(".yml");
  }

  private static List<ImportedSpec> imported(SpecImporter importer, Path input, String model) {
    SourceText source = source(input);
    try {
      return importer.importAll(source, model);
    } catch (ImportException e) {
      throw new UserErrorException(String.valueOf(e.getMessage()), e);
    }
  }

  /** One spec of a schema and a page. */
  private ImportedSpec reconciled(SpecImporter importer) {
    boolean isPageFirst = isPage(inputs.get(0));
    SourceText page = source(inputs.get(isPageFirst ? 0 : 1));
    SourceText schema = source(inputs.get(isPageFirst ? 1 : 0));
    try {
      return importer.reconcile(schema, page, model);
    } catch (ImportException e) {
      throw new UserErrorException(String.valueOf(e.getMessage()), e);
    }
  }

  private static SourceText source(Path input) {
    try (InputStream in = Files.newInputStream(input)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new UserErrorException(input + ": the file has more than " + MAX_BYTES + " bytes");
      }
      DecodedText decoded = DecodedText.of(content);
      if (!decoded.invalidOffsets().isEmpty()) {
        throw new UserErrorException(input + ": this is neither UTF-8 nor UTF-16 text");
      }
      return new SourceText(input.toString(), decoded.text());
    } catch (IOException e) {
      throw new UserErrorException(input + ": " + FileErrors.reason(e), e);
    }
  }

  private void requireSeparateFiles(List<Path> written) {
    try {
      List<Path> outputs = new ArrayList<>(written);
      written.forEach(file -> outputs.add(new ImportedSpecFile(file).base()));
      Stream.ofNullable(report).forEach(outputs::add);
      OutputConflicts.requireNone(outputs, inputs);
    } catch (IOException conflict) {
      throw new UserErrorException(FileErrors.describe(conflict), conflict);
    }
  }

  /** Writes a spec, with the edits of its author; returns what both changed. */
  private List<ImportFinding> write(SpecImporter importer, Path file, ImportedSpec spec) {
    ImportedSpecFile target = new ImportedSpecFile(file);
    boolean isUpdate = !overwrite && Files.exists(file);
    String name = DisplayText.fileName(file.toString());
    try {
      if (!isUpdate) {
        target.write(spec);
        console.out().println(name + ": " + DisplayText.line(spec.id()));
        return List.of();
      }
      UpdatedSpec updated = target.update(spec, importer);
      console.out().println(name + ": " + DisplayText.line(spec.id()) + ", updated");
      if (!updated.sourceChanges().changes().isEmpty()) {
        new DiffTextReport(console.outStyle().colour())
            .write(List.of(updated.sourceChanges()), console.out());
      }
      return updated.conflictFindings(file.toString());
    } catch (IOException failed) {
      throw new UserErrorException(FileErrors.describe(failed), failed);
    } catch (ImportException noSpec) {
      throw new UserErrorException(
          noSpec.getMessage() + "; mend it, or replace the spec with --overwrite", noSpec);
    }
  }

  private void writeReport(List<ImportFinding> findings) {
    StringBuilder text = new StringBuilder();
    for (ImportFinding finding : findings) {
      text.append(DisplayText.fileName(finding.location().toString()))
          .append(": ")
          .append(finding.kind().id())
          .append(": ")
          .append(DisplayText.line(finding.message()))
          .append('\n');
    }
    if (report == null) {
      console.err().print(text);
      console.err().flush();
      return;
    }
    try {
      OutputFile.write(report, text);
    } catch (IOException failed) {
      throw new UserErrorException(FileErrors.describe(failed), failed);
    }
  }
}
