package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.importer.ImportedSpec;
import dev.callsheet.importer.SpecImporter;
import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.internal.file.OutputConflicts;
import dev.callsheet.spec.internal.file.OutputFile;
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
          "A published schema.json (OpenAPI 3.0 or 3.1, Cog), or a documentation page (*.md).")
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
      paramLabel = "NAME",
      description =
          "Whose files they are; its fragments are used. By default the platform that publishes"
              + " files of this form.")
  private String platform = "";

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model's identifier, for a FILE that does not say it.")
  private String model = "";

  @Option(names = "--overwrite", description = "Replace specs that are there already.")
  private boolean overwrite;

  private final Console console;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    boolean toFile = isSpecFile(out);
    if (inputs.size() > 1 && (toFile || !model.isEmpty())) {
      throw new UserErrorException(
          "several FILEs make several specs: give --out a directory, and leave --model out");
    }
    SpecImporter importer = new SpecImporter(ModelFile.bundledFragments(), platform);
    Map<Path, ImportedSpec> specs = new LinkedHashMap<>();
    for (Path input : inputs) {
      ImportedSpec spec = imported(importer, input);
      Path file = toFile ? out : out.resolve(spec.fileName());
      ImportedSpec other = specs.putIfAbsent(file, spec);
      if (other != null) {
        throw new UserErrorException(
            input + ": " + file + " is made of another FILE already; import them one by one");
      }
      if (!overwrite && Files.exists(file)) {
        throw new UserErrorException(
            file + " is there already; write to another place with --out, or --overwrite it");
      }
    }
    requireSeparateFiles(List.copyOf(specs.keySet()));
    specs.forEach(this::write);
    writeReport(specs.values().stream().flatMap(spec -> spec.findings().stream()).toList());
    boolean complete = specs.values().stream().allMatch(ImportedSpec::isComplete);
    return complete ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }

  private static boolean isSpecFile(Path path) {
    return path.toString().endsWith(".yaml") || path.toString().endsWith(".yml");
  }

  private ImportedSpec imported(SpecImporter importer, Path input) {
    try (InputStream in = Files.newInputStream(input)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new UserErrorException(input + ": the file has more than " + MAX_BYTES + " bytes");
      }
      DecodedText decoded = DecodedText.of(content);
      if (!decoded.invalidOffsets().isEmpty()) {
        throw new UserErrorException(input + ": this is neither UTF-8 nor UTF-16 text");
      }
      return importer.importFile(new SourceText(input.toString(), decoded.text()), model);
    } catch (IOException e) {
      throw new UserErrorException(input + ": " + FileErrors.reason(e), e);
    } catch (ImportException e) {
      throw new UserErrorException(String.valueOf(e.getMessage()), e);
    }
  }

  private void requireSeparateFiles(List<Path> written) {
    try {
      List<Path> outputs = new ArrayList<>(written);
      Stream.ofNullable(report).forEach(outputs::add);
      OutputConflicts.requireNone(outputs, inputs);
    } catch (IOException conflict) {
      throw new UserErrorException(FileErrors.describe(conflict), conflict);
    }
  }

  private void write(Path file, ImportedSpec spec) {
    try {
      OutputFile.write(file, spec.text());
    } catch (IOException failed) {
      throw new UserErrorException(FileErrors.describe(failed), failed);
    }
    console
        .out()
        .println(DisplayText.fileName(file.toString()) + ": " + DisplayText.line(spec.id()));
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
