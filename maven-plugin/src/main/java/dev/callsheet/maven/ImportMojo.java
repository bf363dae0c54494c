package dev.callsheet.maven;

import dev.callsheet.importer.ImportedSpec;
import dev.callsheet.importer.ImportedSpecFile;
import dev.callsheet.importer.SourceDrift;
import dev.callsheet.importer.SpecImporter;
import dev.callsheet.importer.UpdatedSpec;
import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.linter.report.diff.DiffTextReport;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes specs of what platforms publish of their models, and brings those made before up to date,
 * with the edits of their author kept. Or only tells, with {@code -Dcallsheet.import.check}, where
 * the published files do not say any more what the specs say, and fails the build then. It is in no
 * phase: builds do not change their sources.
 */
@Mojo(name = "import", threadSafe = true)
public final class ImportMojo extends CallsheetMojo {
  /** The published files, each with the spec that is made of it. */
  @Parameter private List<ImportSource> imports = List.of();

  /** Whether to write nothing, and to fail where a published file and its spec differ. */
  @Parameter(property = "callsheet.import.check", defaultValue = "false")
  private boolean check;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    if (imports.isEmpty()) {
      getLog()
          .warn("There is nothing to import: name published files and their specs in <imports>.");
    }
    List<Path> drifted = new ArrayList<>();
    for (ImportSource source : imports) {
      Path spec = required("spec", source.spec());
      try {
        if (!check) {
          write(source, spec);
        } else if (isDrifted(source, spec)) {
          drifted.add(spec);
        }
      } catch (IOException e) {
        throw new MojoExecutionException("Cannot import: " + FileErrors.describe(e), e);
      } catch (ImportException | SpecException e) {
        throw new MojoFailureException("Cannot import: " + e.getMessage(), e);
      }
    }
    if (!drifted.isEmpty()) {
      throw new MojoFailureException(
          "What is published has changed since these specs were made: "
              + drifted
              + ". The changes are listed above; `mvn callsheet:import` puts them into the specs.");
    }
  }

  private static Path required(String name, @Nullable File file) throws MojoExecutionException {
    if (file == null) {
      throw new MojoExecutionException("<imports> needs <" + name + "> in each <import>.");
    }
    return file.toPath();
  }

  private static ImportedSpec imported(SpecImporter importer, ImportSource source, String model)
      throws IOException, ImportException, MojoExecutionException {
    SourceText published = text(required("published", source.published()));
    File page = source.page();
    return page == null
        ? importer.importFile(published, model)
        : importer.reconcile(published, text(page.toPath()), model);
  }

  private static SourceText text(Path file) throws IOException {
    return new SourceText(file.toString(), Files.readString(file));
  }

  private static SpecImporter importer(ImportSource source) {
    return new SpecImporter(ModelFile.bundledFragments(), source.platform());
  }

  /** Writes a spec, and logs what there is to say of it. */
  private void write(ImportSource source, Path spec)
      throws IOException, ImportException, MojoExecutionException {
    SpecImporter importer = importer(source);
    ImportedSpec imported = imported(importer, source, source.model());
    ImportedSpecFile file = new ImportedSpecFile(spec);
    if (file.isForeign()) {
      throw new MojoExecutionException(
          spec
              + " is there already, and was not imported; remove it, or name another file in"
              + " <spec>.");
    }
    List<ImportFinding> findings = new ArrayList<>(imported.findings());
    if (Files.exists(spec)) {
      UpdatedSpec updated = file.update(imported, importer);
      log(updated.sourceChanges(), false);
      findings.addAll(updated.conflictFindings(spec.toString()));
      getLog().info("Updated " + spec + ".");
    } else {
      Files.createDirectories(spec.toAbsolutePath().getParent());
      file.write(imported);
      getLog().info("Imported " + imported.id() + " to " + spec + ".");
    }
    for (ImportFinding finding : findings) {
      String line = finding.location() + ": " + finding.kind().id() + ": " + finding.message();
      if (finding.kind().isProblem()) {
        getLog().warn(line);
      } else {
        getLog().debug(line);
      }
    }
  }

  private boolean isDrifted(ImportSource source, Path spec)
      throws IOException, ImportException, SpecException, MojoExecutionException {
    ModelSpec model = ModelFile.find(spec).get(0).parse();
    SpecImporter importer = importer(source);
    String id = source.model().isEmpty() ? model.id() : source.model();
    SourceDrift drift =
        importer.drift(
            model,
            imported(importer, source, id),
            new ImportedSpecFile(spec).baseText().orElse(null));
    if (!drift.isNone()) {
      log(drift.changes(), true);
    }
    return !drift.isNone();
  }

  private void log(SpecChanges changes, boolean isFailure) throws IOException {
    if (!changes.changes().isEmpty()) {
      StringBuilder text = new StringBuilder();
      new DiffTextReport(false).write(List.of(changes), text);
      text.toString().lines().forEach(isFailure ? getLog()::error : getLog()::info);
    }
  }
}
