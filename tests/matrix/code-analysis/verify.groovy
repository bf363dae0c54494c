String log = new File(basedir, 'build.log').text
File target = new File(basedir, 'target')

// SpotBugs looked at the generated classes, too.
assert log.contains('BugInstance size is 0')
assert new File(target, 'spotbugsXml.xml').text.contains('com.example.models')

// JaCoCo asks for the project's own lines only.
assert log.contains('All coverage checks have been met.')
def report = new File(target, 'site/jacoco/jacoco.csv').readLines().drop(1)
assert report.collect { it.split(',')[2] } == ['Films']

// The libraries that generated code uses come with the runtime, and nobody is told to declare them.
assert log.contains('No dependency problems found')

// A jar of sources has sources and nothing else.
new java.util.zip.ZipFile(new File(target, 'code-analysis-1.0-SNAPSHOT-sources.jar')).withCloseable { zip ->
  zip.entries().each { assert it.directory || it.name.endsWith('.java') || it.name.startsWith('META-INF/'): it.name }
}
assert new File(target, 'code-analysis-1.0-SNAPSHOT-javadoc.jar').exists()
