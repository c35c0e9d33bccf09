// The suite must really have run: sigmoid's cases passed, everything unclaimed was skipped, nothing failed.
def report = new File(basedir, 'target/surefire-reports').listFiles().find { it.name.startsWith('TEST-') }
def suite = new groovy.xml.XmlSlurper().parse(report)
int tests = suite.@tests.toInteger()
int skipped = suite.@skipped.toInteger()
assert suite.@failures.toInteger() == 0 && suite.@errors.toInteger() == 0
assert tests - skipped >= 10
assert skipped > 100
assert suite.testcase.any { it.@name.toString().toLowerCase().contains('sigmoid') }
