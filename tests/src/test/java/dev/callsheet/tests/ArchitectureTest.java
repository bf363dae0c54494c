package dev.callsheet.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.callsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule modulesUseOnlyModulesBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("runtime")
          .definedBy("dev.callsheet.runtime..")
          .layer("spec")
          .definedBy("dev.callsheet.spec..")
          .layer("linter")
          .definedBy("dev.callsheet.linter..")
          .layer("generator")
          .definedBy("dev.callsheet.generator..")
          .layer("sandbox")
          .definedBy("dev.callsheet.sandbox..")
          .layer("junit")
          .definedBy("dev.callsheet.junit..")
          .layer("journal-postgresql")
          .definedBy("dev.callsheet.journal.postgresql..")
          .layer("maven-plugin")
          .definedBy("dev.callsheet.maven..")
          .layer("cli")
          .definedBy("dev.callsheet.cli..")
          .whereLayer("runtime")
          .mayNotAccessAnyLayer()
          .whereLayer("spec")
          .mayOnlyAccessLayers("runtime")
          .whereLayer("linter")
          .mayOnlyAccessLayers("runtime", "spec")
          .whereLayer("generator")
          .mayOnlyAccessLayers("runtime", "spec")
          .whereLayer("sandbox")
          .mayOnlyAccessLayers("runtime", "spec", "linter")
          .whereLayer("junit")
          .mayOnlyAccessLayers("runtime", "spec", "linter")
          .whereLayer("journal-postgresql")
          .mayOnlyAccessLayers("runtime")
          .whereLayer("maven-plugin")
          .mayOnlyAccessLayers("runtime", "spec", "linter", "generator", "sandbox")
          .whereLayer("cli")
          .mayOnlyAccessLayers("runtime", "spec", "linter", "generator", "sandbox");

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("dev.callsheet.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule runtimeDependsOnlyOnTheJdkAndJackson =
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
