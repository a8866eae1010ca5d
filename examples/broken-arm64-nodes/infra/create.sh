#!/usr/bin/env bash
set -euo pipefail
az aks create --resource-group rg-orders --name aks-orders --node-count 2 --node-vm-size Standard_D4ps_v5 --attach-acr brookside
