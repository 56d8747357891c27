#!/bin/sh
# What npx does with a program that is installed.
exec "$@"
