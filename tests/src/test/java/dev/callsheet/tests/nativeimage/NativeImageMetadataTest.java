package dev.callsheet.tests.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GraalVM's {@code native-image} is told of every class that a program with generated classes uses
 * reflection on. The program is run, by a JVM, and seen to.
 */
class NativeImageMetadataTest {
  private static final Path RUNTIME = Path.of("../runtime/src/main/resources");
  private static final String METADATA =
      "META-INF/native-image/dev.callsheet/callsheet-runtime/reachability-metadata.json";
  private static final Path WORKERS = Path.of("../integrations/postgresql/src/main/resources");
  private static final String WORKERS_METADATA =
      "META-INF/native-image/dev.callsheet/callsheet-journal-postgresql/reachability-metadata.json";
  private static final String QUEUED_REQUEST = "dev.callsheet.journal.postgresql.QueuedRequest";
  private static final String PROGRAM =
      """
      package studio;

      import com.acme.flux1schnell.Flux1Schnell;
      import com.acme.klingvideo30omnipro.*;
      import dev.callsheet.runtime.client.CallsheetClient;
      import dev.callsheet.runtime.client.media.Media;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.util.Map;
      import java.util.stream.Collectors;
      import java.util.stream.Stream;
      import tools.jackson.databind.json.JsonMapper;

      public final class Studio {
        private static final Duration LONG = Duration.ofMinutes(1);

        private Studio() {}

        public static void main(String[] arguments) {
          var out = Path.of(arguments[0]);
          var environment =
              Stream.of(arguments)
                  .skip(1)
                  .map(variable -> variable.split("=", 2))
                  .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
          try (var client = client(environment, out)) {
            client.upload("runware", Media.of("PNG".getBytes()));
            var shot = client.submit(shot());
            var still = client.submit(Flux1Schnell.request().prompt("A heron").build());
            shot.await(LONG).get(0).download(out);
            still.await(LONG).get(0).downloadAll(out);
          }
          try (var client = client(environment, out)) {
            client.resume(KlingVideo30OmniPro.MODEL).forEach(job -> job.await(LONG));
          }
        }

        private static CallsheetClient client(Map<String, String> environment, Path out) {
          return CallsheetClient.builder().environment(environment).journal(out.resolve("journal")).build();
        }

        /** As it is after it was written to a file and read again. */
        private static KlingVideo30OmniProRequest shot() {
          var image = "https://media.example.com/keeper.png";
          var shot =
              KlingVideo30OmniPro.imageToVideo(new FrameImage.ImageAtAFrame(image, Frame.FIRST, Map.of()))
                  .multiPrompt(
                      first -> first.prompt("The lamp is lit").duration(2),
                      then -> then.prompt("A whale answers").duration(3))
                  .safety(safety -> safety.checkContent(true))
                  .outputFormat(OutputFormat.MP4)
                  .includeCost(true)
                  .build();
          var mapper = JsonMapper.shared();
          return mapper.readValue(mapper.writeValueAsString(shot), KlingVideo30OmniProRequest.class);
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void ofAllThatAProgramUsesReflectionOnTheMetadataTells() throws Exception {
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    List<GeneratedFile> generated =
        new JavaGenerator("com.acme")
            .generate(
                Stream.of("klingai:kling-video@o3-pro", "fal-ai/flux/schnell")
                    .map(id -> catalogue.find(id).orElseThrow())
                    .toList());
    Path classes = compiled(generated);
    Platform fal = catalogue.platform("fal").orElseThrow();
    Set<String> used;
    try (Sandbox runware = Sandbox.start(SandboxOptions.defaults());
        Sandbox other = Sandbox.start(SandboxOptions.builder().platform(fal).build())) {
      List<String> arguments = new ArrayList<>(List.of("studio.Studio", directory.toString()));
      for (Sandbox sandbox : List.of(runware, other)) {
        sandbox.environment().forEach((name, value) -> arguments.add(name + "=" + value));
      }
      used =
          ReflectionTrace.typesOf(
              "-cp " + classes + File.pathSeparator + System.getProperty("java.class.path"),
              String.join(" ", arguments));
    }
    used.removeIf(type -> !type.startsWith("dev.callsheet.") && !type.startsWith("com.acme."));
    assertThat(used).contains("com.acme.klingvideo30omnipro.KlingVideo30OmniProRequest");
    used.removeAll(told(generated));
    assertThat(used).isEmpty();
  }

  @Test
  void ofAllThatAWorkerUsesReflectionOnTheMetadataTells() throws Exception {
    var specs =
        ModelCatalogue.of(List.of(Path.of("../integrations/postgresql/src/test/resources/specs")));
    Set<String> used;
    try (var database = EmbeddedPostgres.start();
        Sandbox platform = Sandbox.start(SandboxOptions.builder().catalogue(specs).build())) {
      used =
          ReflectionTrace.typesOf(
              "-cp " + System.getProperty("java.class.path"),
              String.join(
                  " ",
                  WorkerProgram.class.getName(),
                  database.getJdbcUrl("postgres", "postgres"),
                  platform.endpoint().toString()));
    }
    used.removeIf(type -> !type.startsWith("dev.callsheet."));
    assertThat(used).contains(QUEUED_REQUEST);
    used.removeAll(told(List.of()));
    used.removeAll(told(metadata(WORKERS.resolve(WORKERS_METADATA))));
    used.remove(WorkerProgram.class.getName());
    assertThat(used).isEmpty();
  }

  @Test
  void everyClassOfTheRuntimeWithAnnotationsOfJacksonIsTold() throws IOException {
    Set<String> annotated =
        new ClassFileImporter()
            .importPackages("dev.callsheet.runtime").stream()
                .filter(NativeImageMetadataTest::isAnnotated)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    assertThat(annotated).contains("dev.callsheet.runtime.support.JsonInput");
    assertThat(told(List.of())).containsAll(annotated);
  }

  @Test
  void everyClassThatIsToldExists() throws Exception {
    for (String name : told(List.of())) {
      assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
    }
  }

  @Test
  void everyResourceOfTheRuntimeIsTold() throws IOException {
    List<String> globs = new ArrayList<>();
    runtimeMetadata().path("resources").forEach(entry -> globs.add(entry.path("glob").asString()));
    try (Stream<Path> files = Files.walk(RUNTIME)) {
      assertThat(globs)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> RUNTIME.relativize(file).toString().replace('\\', '/'))
                  .filter(file -> !file.startsWith("META-INF/"))
                  .toList());
    }
  }

  private Path compiled(List<GeneratedFile> generated) throws IOException {
    List<GeneratedFile> sources =
        new ArrayList<>(generated.stream().filter(GeneratedFile::isSource).toList());
    sources.add(new GeneratedFile("studio/Studio.java", PROGRAM));
    new SourceTree(directory.resolve("sources")).write(sources);
    Path classes = directory.resolve("classes");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    sources.forEach(
        source -> arguments.add(directory.resolve("sources/" + source.path()).toString()));
    var messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, arguments.toArray(String[]::new));
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    return classes;
  }

  private static boolean isAnnotated(JavaClass type) {
    return type.getAnnotations().stream().anyMatch(NativeImageMetadataTest::isOfJackson)
        || type.getMembers().stream()
            .flatMap(member -> member.getAnnotations().stream())
            .anyMatch(NativeImageMetadataTest::isOfJackson);
  }

  private static boolean isOfJackson(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getPackageName().contains(".jackson.");
  }

  /** The classes that the metadata of the runtime and of the generated classes names. */
  private static Set<String> told(List<GeneratedFile> generated) throws IOException {
    Set<String> told = new TreeSet<>();
    List<JsonNode> all = new ArrayList<>(List.of(runtimeMetadata()));
    generated.stream()
        .filter(file -> !file.isSource())
        .forEach(file -> all.add(JsonMapper.shared().readTree(file.content())));
    all.forEach(metadata -> told.addAll(told(metadata)));
    return told;
  }

  private static Set<String> told(JsonNode metadata) {
    Set<String> told = new TreeSet<>();
    metadata.path("reflection").forEach(entry -> told.add(entry.path("type").asString()));
    return told;
  }

  private static JsonNode runtimeMetadata() throws IOException {
    return metadata(RUNTIME.resolve(METADATA));
  }

  private static JsonNode metadata(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }
}
