package dev.callsheet.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.callsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
  @ArchTest
  static final ArchRule modulesUseOnlyFloorsBelowTheirOwn =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("runtime")
          .definedBy("dev.callsheet.runtime..")
          .layer("journal-postgresql")
          .definedBy("dev.callsheet.journal.postgresql..")
          .layer("spec")
          .definedBy("dev.callsheet.spec..")
          .layer("junit")
          .definedBy("dev.callsheet.junit..")
          .layer("generator")
          .definedBy("dev.callsheet.generator..")
          .layer("sandbox")
          .definedBy("dev.callsheet.sandbox..")
          .layer("maven-plugin")
          .definedBy("dev.callsheet.maven..")
          .layer("cli")
          .definedBy("dev.callsheet.cli..")
          .whereLayer("runtime")
          .mayNotAccessAnyLayer()
          .whereLayer("journal-postgresql")
          .mayOnlyAccessLayers("runtime")
          .whereLayer("spec")
          .mayOnlyAccessLayers("runtime")
          .whereLayer("junit")
          .mayOnlyAccessLayers("runtime", "spec")
          .whereLayer("generator")
          .mayOnlyAccessLayers("runtime", "spec")
          .whereLayer("sandbox")
          .mayOnlyAccessLayers("runtime", "spec")
          .whereLayer("maven-plugin")
          .mayOnlyAccessLayers("runtime", "spec", "generator", "sandbox")
          .whereLayer("cli")
          .mayOnlyAccessLayers("runtime", "spec", "generator", "sandbox");

  @ArchTest
  static final ArchRule runtimeStandsOnTheJdkAndJacksonAlone =
      classes()
          .that()
          .resideInAPackage("dev.callsheet.runtime..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.callsheet.runtime..",
              "java..",
              "com.sun.net.httpserver..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify..");
}
