package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledSpecFilesTest {
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void readsBundledFilesFromAFolder() throws Exception {
    assertThat(ModelCatalogue.bundled().models()).hasSize(bundledModels());
  }

  /** Entries for folders are left out of the jar: not every tool that makes one writes them. */
  @Test
  void readsBundledFilesFromAJar(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("call sheet.jar");
    pack(jar);
    List<URL> classPath = new ArrayList<>(List.of(jar.toUri().toURL()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!Path.of(entry).toAbsolutePath().equals(CLASSES.toAbsolutePath())) {
        classPath.add(Path.of(entry).toUri().toURL());
      }
    }

    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      Class<?> catalogue = loader.loadClass(ModelCatalogue.class.getName());
      Object bundled = catalogue.getMethod("bundled").invoke(null);
      List<?> models = (List<?>) catalogue.getMethod("models").invoke(bundled);

      assertThat(catalogue.getProtectionDomain().getCodeSource().getLocation())
          .isEqualTo(jar.toUri().toURL());
      assertThat(models).hasSize(bundledModels());
    }
  }

  private static int bundledModels() throws Exception {
    Path models = Path.of("models");
    if (!Files.isDirectory(models)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(models)) {
      return (int)
          files.map(Path::toString).filter(file -> file.matches(".*/[^.]+\\.yaml")).count();
    }
  }

  private static void pack(Path jar) throws Exception {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }
}
