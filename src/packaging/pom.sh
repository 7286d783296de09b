# What the scripts of this directory take from pom.xml, for it stands nowhere else. They read this file with "." where pom.xml is.
# shellcheck shell=bash disable=SC2034 # used by those

version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml)
# The repository on GitHub, of the account that publishes.
homepage=$(sed -n 's|^  <url>\(.*\)</url>$|\1|p' pom.xml)
# "NAME <ADDRESS>"
maintainer=$(sed -n '/<developer>/,/<\/developer>/ {
    s|^ *<name>\(.*\)</name>$|\1|p
    s|^ *<email>\(.*\)</email>$|<\1>|p
}' pom.xml | paste -s -d ' ' -)
